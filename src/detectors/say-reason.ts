import { describeDetectors } from './catalogue';

/** What each code says; `*` stands for what it is about. Those without a sentence here are the shapes of detectors. */
const SENTENCES: { readonly [code: string]: string } = {
  label: '“*” stands before it',
  after: '“*” stands just after it',
  above: '“*” stands some lines before it',
  below: '“*” stands some lines after it',
  far: '“*” stands far above it',
  near: '“*” stands near it',
  column: 'it stands in the column headed “*”',
  header: 'it stands below the header “*”',
  list: 'it continues a list of such values',
  people: 'it stands in a list of names under a heading about pupils or parents',
  checked: '* numbers in this list all have the check digit of an NHS number',
  clash: 'the words before it say it is another kind of number',
  signature: 'it stands in a signature',
  alone: 'it is all there is',
  name: 'a name stands near it',
  nameless: 'no name stands near it',
  example: 'the words before it say it is an example',
  supports: 'it only supports other findings',
  contacts: 'it stands among the contact details of several families',
  against: 'the words before it say it is another kind of number',
  'for bank-account': 'the words before it are about a payment',
  'for payment-card': 'an expiry date or a security code follows',
  'for date-of-birth': 'a field with a name stands just before it',
  'for phone': 'the words before it are about a person',
  'against phone': 'the words before it are those of an office or a dial-in',
  'for postcode': 'the words before it are about someone’s home, or are a house and a street',
  'against postcode': 'the words before it are about a public address',
  addresses: '* different addresses stand close together',
  whose: 'the words before it say whose it is',
  own: 'it has the form of the policy’s *',
  word: '“*”',
  passage: 'the words of the passage',
  beside: 'who and what stands in it',
  numbered: 'somebody’s number or date of birth stands in its sentence',
  filled: 'the field “*” is filled in',
  form: 'the form names a person',
  row: 'each row of the table is a person',
  pronoun: 'it is said of “he” or “she”',
  first: 'it is said of someone by first name',
  announced: '“*” announces it',
  key: 'a key follows',
  around: 'the words around it, “*” above all',
  unsaid: 'the words around it',
  looks: 'how it looks and what leads to it',
  user: 'a user name stands beside it',
  address: 'an address has a password in it',
  service: 'it begins and is made as a service’s keys are',
  entra: 'it is made as a Microsoft Entra secret is',
};

/** The words for a detector's shape. */
function shapeOf(detectorId: string): string {
  const detector = describeDetectors().find(({ id }) => id === detectorId);
  return detector?.shapeReason ?? detectorId;
}

/** A reason of a match in words, with what it adds to the score: `“UPN” stands before it (+50)`. */
export function sayReason(reason: string): string {
  const [code = '', weight = '', ...about] = reason.split(' ');
  const words = code === 'shape' ? shapeOf(about.join(' ')) : (SENTENCES[`${code} ${about.join(' ')}`] ?? SENTENCES[code] ?? code).replace('*', () => about.join(' '));
  const added = Number(weight);
  return added === 0 ? words : `${words} (${added < 0 ? '−' : '+'}${Math.abs(added)})`;
}
