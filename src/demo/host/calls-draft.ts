import { answered, call, refused } from './call';
import type { HostCall } from './call';
import { flag, maybeFlag, number, oneOf, text } from './checkers';
import { ERRORS } from './errors';

/** 1 is the start, 2 the end. */
const whichTime = oneOf(1, 2);

const anySensitivity = oneOf('normal', 'personal', 'private', 'confidential');

/** The draft's own properties: subject, times, place, schedule, labels, and what becomes of the draft. */
export const DRAFT_CALLS: readonly HostCall[] = [
  call({ id: 18, name: 'subject.getAsync', run: ({ item }) => answered(item.state.subject) }),
  call({
    id: 17,
    name: 'subject.setAsync',
    params: { subject: text(255) },
    run: ({ item }, { subject }) => {
      item.write('subject', subject, 'add-in');
      return answered();
    },
  }),
  // Assumption: delay-shape.
  call({ id: 166, name: 'delayDeliveryTime.getAsync', run: ({ item }) => answered(item.state.deliverAt ?? 0) }),
  call({
    id: 167,
    name: 'delayDeliveryTime.setAsync',
    params: { time: number },
    run: ({ item }, { time }) => {
      item.write('deliverAt', time === 0 ? null : time, 'add-in');
      return answered();
    },
  }),
  call({
    id: 24,
    name: (params) => ((params as { TimeProperty?: number } | null)?.TimeProperty === 2 ? 'end.getAsync' : 'start.getAsync'),
    params: { TimeProperty: whichTime },
    run: ({ item }, { TimeProperty }) => answered(TimeProperty === 1 ? item.state.start : item.state.end),
  }),
  call({
    id: 25,
    name: (params) => ((params as { TimeProperty?: number } | null)?.TimeProperty === 2 ? 'end.setAsync' : 'start.setAsync'),
    params: { TimeProperty: whichTime, time: number },
    run: ({ item }, { TimeProperty, time }) => {
      item.write(TimeProperty === 1 ? 'start' : 'end', time, 'add-in');
      return answered();
    },
  }),
  call({ id: 26, name: 'location.getAsync', run: ({ item }) => answered(item.state.location) }),
  call({
    id: 27,
    name: 'location.setAsync',
    params: { location: text(255) },
    run: ({ item }, { location }) => {
      item.write('location', location, 'add-in');
      return answered();
    },
  }),
  call({
    id: 154,
    name: 'enhancedLocation.getAsync',
    run: ({ item }) =>
      answered(item.state.location === '' ? [] : [{ locationIdentifier: { id: item.state.location, type: 'custom' }, displayName: item.state.location }]),
  }),
  call({ id: 103, name: 'recurrence.getAsync', run: () => answered(null) }),
  call({ id: 169, name: 'isAllDayEvent.getAsync', run: ({ item }) => answered(item.state.isAllDay) }),
  call({
    id: 170,
    name: 'isAllDayEvent.setAsync',
    params: { isAllDayEvent: flag },
    run: ({ item }, { isAllDayEvent }) => {
      item.write('isAllDay', isAllDayEvent, 'add-in');
      return answered();
    },
  }),
  call({ id: 171, name: 'sensitivity.getAsync', run: ({ item }) => answered(item.state.sensitivity) }),
  call({
    id: 172,
    name: 'sensitivity.setAsync',
    params: { sensitivity: anySensitivity },
    run: ({ item }, { sensitivity }) => {
      item.write('sensitivity', sensitivity, 'add-in');
      return answered();
    },
  }),
  call({
    id: 174,
    name: 'getComposeTypeAsync',
    run: ({ item }) => answered({ composeType: item.state.composeType, coercionType: item.state.bodyType }),
  }),
  call({ id: 175, name: 'isClientSignatureEnabledAsync', run: () => answered(false) }),
  call({ id: 176, name: 'disableClientSignatureAsync', run: () => answered() }),
  call({
    id: 210,
    name: 'getItemClassAsync',
    run: ({ item }) => answered(item.state.kind === 'message' ? 'IPM.Note' : 'IPM.Appointment'),
  }),
  call({ id: 213, name: 'getConversationIndexAsync', run: () => answered('') }),
  // Assumption: labels-shape.
  call({ id: 201, name: 'sensitivityLabel.getAsync', run: ({ item }) => answered(item.state.sensitivityLabel ?? '') }),
  call({
    id: 200,
    name: 'sensitivityLabel.setAsync',
    params: { sensitivityLabelID: text() },
    run: ({ item }, { sensitivityLabelID }) => {
      item.write('sensitivityLabel', sensitivityLabelID, 'add-in');
      return answered();
    },
  }),
  call({ id: 202, name: 'sensitivityLabelsCatalog.getIsEnabledAsync', run: () => answered(false) }),
  call({ id: 199, name: 'sensitivityLabelsCatalog.getAsync', run: () => answered([]) }),
  call({ id: 157, name: 'categories.getAsync', run: ({ item }) => answered(item.state.categories.map((displayName) => ({ displayName, color: 'Preset0' }))) }),
  call({
    id: 164,
    name: 'getItemIdAsync',
    run: ({ item }) => (item.state.itemId === null ? refused(ERRORS.itemNotSaved) : answered(item.state.itemId)),
  }),
  call({
    id: 32,
    name: 'saveAsync',
    run: ({ item }) => {
      const id = item.state.itemId ?? `saved-${item.number}`;
      item.write('itemId', id, 'add-in');
      return answered(id);
    },
  }),
  call({
    id: 41,
    name: 'close',
    isAllowedInEvents: false,
    run: (context) => {
      context.closeDraft(false);
      return answered();
    },
  }),
  call({
    id: 203,
    name: 'closeAsync',
    isAllowedInEvents: false,
    params: { discardItem: maybeFlag },
    run: (context, { discardItem }) => {
      context.closeDraft(discardItem ?? false);
      return answered();
    },
  }),
  call({
    id: 215,
    name: 'sendAsync',
    isAllowedInEvents: false,
    run: (context) => {
      context.send();
      return answered();
    },
  }),
  call({
    id: 108,
    name: 'getSharedPropertiesAsync',
    run: ({ item, mailbox }) =>
      item.state.isFromSharedFolder
        ? answered({ owner: item.state.from.address, delegatePermissions: 31, targetRestUrl: '', targetMailbox: mailbox.owner.address })
        : refused(ERRORS.unsupported),
  }),
];
