import type { Notification, NotificationType } from '../compose/types';
import { answered, call, refused } from './call';
import type { Answer, CallContext, HostCall } from './call';
import { keys, list, maybeFlag, maybeText, oneOf, optional, shape, text, texts } from './checkers';
import { minorOf } from './api-sets';
import { ERRORS } from './errors';

/** Session data is limited per add-in and item: 50,000 characters up to set 1.15, then 2,621,440 (documentation). */
function sessionLimit({ client }: CallContext): number {
  return minorOf(client.requirementSet) >= 16 ? 2_621_440 : 50_000;
}

const TYPES: readonly NotificationType[] = ['informationalMessage', 'progressIndicator', 'errorMessage', 'insightMessage'];

/** Five messages on one item (documentation of NotificationMessages). */
const MOST_NOTIFICATIONS = 5;

const notification = {
  key: text(32),
  type: oneOf(0, 1, 2, 3),
  message: text(150),
  icon: optional(text(32)),
  persistent: maybeFlag,
  actions: optional(list(shape({ actionType: maybeText, actionText: text(30), commandId: text(), contextData: optional((value) => ({ value })) }), 1)),
};

type NotificationParams = {
  readonly key: string;
  readonly type: 0 | 1 | 2 | 3;
  readonly message: string;
  readonly icon: string | null;
  readonly persistent: boolean | null;
  readonly actions: readonly { readonly actionText: string; readonly commandId: string; readonly contextData: unknown }[] | null;
};

function writeNotification(context: CallContext, params: NotificationParams, mayAdd: boolean): Answer {
  const { item } = context;
  const before = item.state.notifications;
  const isThere = before.some(({ key }) => key === params.key);
  if (mayAdd && isThere) return refused(ERRORS.notificationExists);
  if (!mayAdd && !isThere) return refused(ERRORS.notificationMissing);
  if (mayAdd && before.length >= MOST_NOTIFICATIONS) return refused(ERRORS.tooManyNotifications);
  const next: Notification = {
    key: params.key,
    type: TYPES[params.type] ?? 'informationalMessage',
    message: params.message,
    icon: params.icon,
    isPersistent: params.persistent ?? false,
    actions: (params.actions ?? []).map(({ actionText, commandId, contextData }) => ({
      actionText,
      commandId,
      contextData: typeof contextData === 'string' ? contextData : contextData === null ? null : JSON.stringify(contextData),
    })),
  };
  item.write('notifications', isThere ? before.map((old) => (old.key === params.key ? next : old)) : [...before, next], 'add-in');
  return answered();
}

/** What the host remembers for an add-in: notes on the item, in the mailbox, above the draft. */
export const MEMORY_CALLS: readonly HostCall[] = [
  call({
    id: 185,
    name: 'sessionData.setAsync',
    params: { name: text(), value: text() },
    run: (context, { name, value }) => {
      const next = { ...context.item.state.sessionData, [name]: value };
      const size = Object.entries(next).reduce((sum, [key, entry]) => sum + key.length + entry.length, 0);
      if (size > sessionLimit(context)) return refused(ERRORS.sessionDataTooBig);
      context.item.write('sessionData', next, 'add-in');
      return answered();
    },
  }),
  call({
    id: 186,
    name: 'sessionData.getAsync',
    params: { name: text() },
    run: ({ item }, { name }) => {
      const value = item.state.sessionData[name];
      return value === undefined ? refused(ERRORS.keyNotFound) : answered(value);
    },
  }),
  call({ id: 187, name: 'sessionData.getAllAsync', run: ({ item }) => answered(item.state.sessionData) }),
  call({
    id: 188,
    name: 'sessionData.clearAsync',
    run: ({ item }) => {
      item.write('sessionData', {}, 'add-in');
      return answered();
    },
  }),
  call({
    id: 189,
    name: 'sessionData.removeAsync',
    params: { name: text() },
    run: ({ item }, { name }) => {
      const { [name]: gone, ...kept } = item.state.sessionData;
      if (gone === undefined) return refused(ERRORS.keyNotFound);
      item.write('sessionData', kept, 'add-in');
      return answered();
    },
  }),
  call({
    id: 404,
    name: 'roamingSettings.saveAsync',
    params: { 0: texts },
    run: ({ mailbox }, params) => {
      mailbox.roamingSettings = params[0];
      return answered();
    },
  }),
  call({
    id: 3,
    name: 'loadCustomPropertiesAsync',
    run: ({ item }) => ({ kind: 'raw', body: { wasSuccessful: true, customProperties: item.state.customProperties } }),
  }),
  call({
    id: 4,
    name: 'customProperties.saveAsync',
    params: { customProperties: (value) => ({ value }) },
    run: ({ item }, { customProperties }) => {
      item.write('customProperties', typeof customProperties === 'string' ? customProperties : JSON.stringify(customProperties), 'add-in');
      return { kind: 'raw', body: { wasSuccessful: true } };
    },
  }),
  call({ id: 99, name: 'getInitializationContextAsync', run: ({ runtime }) => answered(runtime.context ?? '') }),
  call({
    id: 151,
    name: 'internetHeaders.getAsync',
    params: { internetHeaderKeys: keys },
    run: ({ item }, { internetHeaderKeys }) => {
      const wanted = internetHeaderKeys.filter((key) => item.state.internetHeaders[key] !== undefined);
      return answered(Object.fromEntries(wanted.map((key) => [key, item.state.internetHeaders[key]])));
    },
  }),
  call({
    id: 152,
    name: 'internetHeaders.setAsync',
    params: { internetHeaderNameValuePairs: texts },
    run: ({ item }, { internetHeaderNameValuePairs }) => {
      item.write('internetHeaders', { ...item.state.internetHeaders, ...internetHeaderNameValuePairs }, 'add-in');
      return answered();
    },
  }),
  call({
    id: 153,
    name: 'internetHeaders.removeAsync',
    params: { internetHeaderKeys: keys },
    run: ({ item }, { internetHeaderKeys }) => {
      const kept = Object.entries(item.state.internetHeaders).filter(([key]) => !internetHeaderKeys.includes(key));
      item.write('internetHeaders', Object.fromEntries(kept), 'add-in');
      return answered();
    },
  }),
  call({ id: 33, name: 'notificationMessages.addAsync', params: notification, run: (context, params) => writeNotification(context, params, true) }),
  call({ id: 35, name: 'notificationMessages.replaceAsync', params: notification, run: (context, params) => writeNotification(context, params, false) }),
  call({
    id: 34,
    name: 'notificationMessages.getAllAsync',
    run: ({ item }) =>
      answered(
        item.state.notifications.map(({ key, type, message, icon, isPersistent }) => ({ key, type, message, icon, persistent: isPersistent })),
      ),
  }),
  call({
    id: 36,
    name: 'notificationMessages.removeAsync',
    params: { key: text(32) },
    run: ({ item }, { key }) => {
      const kept = item.state.notifications.filter((old) => old.key !== key);
      if (kept.length === item.state.notifications.length) return refused(ERRORS.notificationMissing);
      item.write('notifications', kept, 'add-in');
      return answered();
    },
  }),
  call({ id: 160, name: 'masterCategories.getAsync', run: ({ mailbox }) => answered(mailbox.masterCategories) }),
  // No token is ever handed out: nothing here may reach a server.
  ...[2, 12].map((id) =>
    call({
      id,
      name: id === 2 ? 'mailbox.getUserIdentityTokenAsync' : 'mailbox.getCallbackTokenAsync',
      run: () => ({ kind: 'raw', body: { wasSuccessful: false, errorCode: ERRORS.unsupported, errorMessage: 'The simulator has no server.', errorName: 'NoServer' } }),
    }),
  ),
  call({ id: 5, name: 'mailbox.makeEwsRequestAsync', run: () => refused(ERRORS.unsupported) }),
  // Telemetry of the library: accepted and forgotten.
  ...[163, 193, 400, 401, 402].map((id) => call({ id, name: 'telemetry', run: () => answered() })),
  // The window of the new email is not drawn: what was asked for stands in the wire log.
  call({ id: 178, name: 'mailbox.displayNewMessageFormAsync', isAllowedInEvents: false, run: () => answered() }),
  ...[7, 8, 9, 44, 177, 179, 180].map((id) =>
    call({ id, name: 'mailbox.displayForm', isAllowedInEvents: false, run: () => refused(ERRORS.unsupported) }),
  ),
  call({ id: 403, name: 'window.open', isAllowedInEvents: false, run: () => answered() }),
];
