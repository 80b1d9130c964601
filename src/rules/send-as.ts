import * as v from 'valibot';
import { defineRule } from '../domain';
import type { AudienceMember, Finding, Organisation, Sender } from '../domain';
import { comparableAddress, isAmong, matchesAddress, mayBeSamePerson, personName } from '../recipients';
import { switchOption } from './option-kinds';

type Situation = 'from' | 'sign-off';

type SignedIn = NonNullable<Sender['signedIn']>;

function localPart(address: string): string {
  return (comparableAddress(address) ?? '').replace(/@.*$/, '');
}

/** True for one person's two addresses, and for a mailbox that the person is on record for. */
function mayUse(sender: Sender, signedIn: SignedIn, organisation: Organisation, isSharedOk: boolean): boolean {
  if (localPart(sender.address) === localPart(signedIn.address) || mayBeSamePerson(sender.name, signedIn.name)) return true;
  const { delegations, sharedMailboxes } = organisation;
  const isDelegate = Object.keys(delegations).some(
    (mailbox) => matchesAddress(mailbox, sender.address) && isAmong(signedIn.address, delegations[mailbox] ?? [], organisation),
  );
  // A shared mailbox without a list of members is for whoever Exchange lets send as it.
  const isShared = sharedMailboxes.some(
    ({ address, members }) => matchesAddress(address, sender.address) && (members.length === 0 || isAmong(signedIn.address, members, organisation)),
  );
  return isDelegate || (isSharedOk && isShared);
}

/** The mailbox as the sentence needs it: a role with its article, a person without. */
function nameOf({ name, address }: Sender): string {
  const shown = name === '' || name.includes('@') ? '' : personName(name) === null ? `the ${name} ` : `${name} `;
  return `${shown}(${address})`;
}

const CLOSING = /^(?:(?:with |kind |kindest |best |warm |warmest |many )*(?:regards|wishes|thanks)|thank you(?: very much)?|yours (?:sincerely|faithfully|truly)|yours|all the best|cheers|sincerely|best)\s*[,.!]*$/i;
/** Two or three capitalised words, a middle initial among them. */
const FULL_NAME = /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? )?([A-Z][a-z'’-]+(?: [A-Z]\.?)? [A-Z][A-Za-z'’-]+)(?:,.*)?$/;
const NO_PERSON = /\b(?:team|office|department|school|academy|college|year|class|trust|reception|governors?|head|teacher|staff|admin|support|services?|committee|association|pta|form|house|centre|club|everyone|all|best|kind|regards|wishes|sincerely|thanks|chair|principal|secretary|manager)\b/i;
const FOR_ANOTHER = /\b(?:on behalf of|behalf|p\.?p\.?|per pro|dictated|draft(?:ed)?|sent by|for and|written by|forwarded)\b/i;

/** The full name a letter closes with; null when it closes without one. */
function signOff(newText: string): { readonly name: string; readonly after: string } | null {
  const lines = newText.split('\n').map((line) => line.trim());
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    if (!CLOSING.test(lines[index] as string)) continue;
    const at = lines.findIndex((line, later) => later > index && line !== '');
    const name = at < 0 || at > index + 3 ? null : FULL_NAME.exec(lines[at] as string);
    if (name === null || NO_PERSON.test(name[1] as string)) return null;
    return { name: name[1] as string, after: lines.slice(at + 1).join('\n') };
  }
  return null;
}

/** A name under the letter that is neither the sender's nor anybody's who gets it, with nothing that explains it. */
function assumedName(newText: string, sender: Sender, members: readonly AudienceMember[]): string | null {
  const own = personName(sender.name);
  const signed = signOff(newText);
  // A firm, a team or a product has people of its own who sign.
  const isPerson = own !== null && !/^the\b/i.test(sender.name) && !NO_PERSON.test(sender.name);
  if (!isPerson || signed === null || FOR_ANOTHER.test(newText)) return null;
  const { name, after } = signed;
  if (mayBeSamePerson(name, sender.name) || (sender.signedIn !== null && mayBeSamePerson(name, sender.signedIn.name))) return null;
  // The sender's own signature stands below, or the letter goes to the person whose name it bears.
  if (after.toLowerCase().includes(own.surname)) return null;
  const surname = personName(name)?.surname ?? '';
  if (members.some((member) => (member.name !== '' && mayBeSamePerson(member.name, name)) || member.address.includes(surname))) return null;
  return members.some((member) => member.class !== 'inside' && !member.isSender) ? name : null;
}

export const sendAs = defineRule({
  id: 'send-as',
  title: 'Sent under another name',
  why: 'Whoever gets it answers the person it seems to be from.',
  tips: {
    from: {
      saw: 'You are signed in as {person} but this will go out as {from}. We have no record that you are authorised.',
      advice: 'change From to your own address. If {asker} asked you to send this, {anyway}.',
      brief: 'It will go out as {from}.',
      button: 'Change From',
    },
    'sign-off': {
      saw: "This is signed '{name}' but goes out as {person}.",
      advice: "sign with your own name, or write 'on behalf of {name}'. If that is right, {anyway}.",
      brief: "It is signed '{name}'.",
      button: 'Change the name',
    },
  },
  allowances: { person: 30, from: 60, asker: 8, name: 30 },
  situations: { from: 'justify', 'sign-off': 'warn' },
  appliesTo: ['message', 'appointment'],
  needs: ['sender'],
  wants: ['audience', 'body'],
  options: v.strictObject({
    sharedMailboxOk: switchOption(true, 'Shared mailboxes', 'Nothing is said of a shared mailbox that the policy lists with the person, or for everybody.', 'T'),
  }),
  check: ({ sender, audience, body }, options, { organisation }): readonly Finding<Situation>[] => {
    const { signedIn } = sender;
    if (sender.isMachine === true) return [];
    if (signedIn !== null && !mayUse(sender, signedIn, organisation, options.sharedMailboxOk)) {
      return [
        {
          situation: 'from',
          values: { person: signedIn.name || signedIn.address, from: nameOf(sender), asker: /^head/i.test(sender.name) ? 'the Head' : 'they' },
          evidence: [
            { where: 'From', masked: sender.address },
            { where: 'Signed in', masked: signedIn.address },
          ],
          fixes: [{ do: 'change-from', address: signedIn.address }],
          concerns: ['from'],
        },
      ];
    }
    const name = assumedName(body?.newText ?? '', sender, audience?.members ?? []);
    if (name === null) return [];
    return [
      {
        situation: 'sign-off',
        values: { name, person: sender.name },
        evidence: [{ where: 'Message', masked: name }],
        concerns: ['from'],
      },
    ];
  },
});
