import { parsePerson, withKind } from '../compose/item';
import type { Field, ItemKind, Person, PersonKind } from '../compose/types';
import { answered, call, refused } from './call';
import type { CallContext, HostCall } from './call';
import { list, oneOf, shape, text } from './checkers';
import { ERRORS } from './errors';

/** The wire number of a field depends on the kind of item: 0 is To in a message and Required in an appointment. */
const FIELD_NUMBERS: Readonly<Record<ItemKind, readonly Field[]>> = {
  message: ['to', 'cc', 'bcc'],
  appointment: ['required', 'optional'],
};

const API_NAMES: Readonly<Record<Field, string>> = {
  to: 'to',
  cc: 'cc',
  bcc: 'bcc',
  required: 'requiredAttendees',
  optional: 'optionalAttendees',
};

/** Order of recipientType on the wire, read in the library. */
const KIND_NUMBERS: readonly PersonKind[] = ['other', 'distributionList', 'user', 'externalUser'];

/** At most 100 people in one set or add; a field holds 500 in the classic client (documentation of Recipients). */
const MOST_IN_ONE_CALL = 100;

function fieldOf(context: CallContext, fieldNumber: number): Field | null {
  return FIELD_NUMBERS[context.item.state.kind][fieldNumber] ?? null;
}

function onTheWire(person: Person): unknown {
  return { address: person.address, name: person.name, recipientType: KIND_NUMBERS.indexOf(person.kind), appointmentResponse: 0 };
}

const fieldNumber = oneOf(0, 1, 2);
const people = list(shape({ address: text(571), name: text(255) }));

function nameOf(verb: string): (params: unknown) => string {
  return (params) => {
    const given = (params as { recipientField?: number } | null)?.recipientField ?? 0;
    return `${API_NAMES[FIELD_NUMBERS.message[given] ?? 'to']}.${verb}`;
  };
}

function personFrom(context: CallContext, entry: { readonly address: string; readonly name: string }): Person {
  const parsed = withKind(parsePerson(entry.address), context.mailbox.owner);
  return { ...parsed, name: entry.name === '' ? parsed.name : entry.name };
}

export const PEOPLE_CALLS: readonly HostCall[] = [
  call({
    id: 15,
    name: nameOf('getAsync'),
    params: { recipientField: fieldNumber },
    run: (context, params) => {
      const field = fieldOf(context, params.recipientField);
      if (field === null) return refused(ERRORS.unsupported);
      // Assumption: unresolved-hidden. Assumption: recipient-cap.
      const shown = context.item.people(field).filter((person) => person.isResolved || person.kind === 'distributionList');
      return answered(shown.slice(0, context.client.mostRecipients).map(onTheWire));
    },
  }),
  call({
    id: 21,
    name: nameOf('setAsync'),
    params: { recipientField: fieldNumber, recipientArray: people },
    run: (context, params) => writePeople(context, params.recipientField, params.recipientArray, () => []),
  }),
  call({
    id: 22,
    name: nameOf('addAsync'),
    params: { recipientField: fieldNumber, recipientArray: people },
    run: (context, params) => writePeople(context, params.recipientField, params.recipientArray, (field) => context.item.people(field)),
  }),
  call({
    id: 107,
    name: 'from.getAsync',
    run: ({ item }) => answered({ address: item.state.from.address, name: item.state.from.name }),
  }),
];

function writePeople(
  context: CallContext,
  given: number,
  entries: readonly { readonly address: string; readonly name: string }[],
  before: (field: Field) => readonly Person[],
): ReturnType<typeof answered> {
  const field = fieldOf(context, given);
  if (field === null) return refused(ERRORS.unsupported);
  if (entries.length > MOST_IN_ONE_CALL) return refused(ERRORS.tooManyRecipients);
  const isClassic = context.client.eventRuntime === 'script';
  const next = [...before(field), ...entries.map((entry) => personFrom(context, entry))];
  if (isClassic && next.length > context.client.mostRecipients) return refused(ERRORS.tooManyRecipients);
  context.item.setPeople(field, next, 'add-in');
  return answered();
}
