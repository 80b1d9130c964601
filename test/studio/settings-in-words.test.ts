import { loadPolicy, policyHealth, shippedPacks } from '../../src/policy';
import { rules } from '../../src/rules';
import { inWords } from '../../src/studio/words/settings-in-words';

test.each([
  ['Heed goes by detection and rules.all-staff.', 'Heed goes by “What counts as sensitive” and “Message to all staff”.'],
  ['Heed goes by organisation.partners and organisation.hours.', 'Heed goes by “Trusted partners” and “Working hours”.'],
  ['Set organisation.contacts.dpo, and name the role.', 'Set “Contacts” (dpo), and name the role.'],
  ['rules.no-such-rule stays as it is, and so does detection.', 'rules.no-such-rule stays as it is, and so does detection.'],
])('%s', (message, said) => expect(inWords(message)).toBe(said));

test.each(shippedPacks.map(({ name }) => name))('the front page of %s speaks of no key of a pack', (name) => {
  const { file, text } = shippedPacks.find((pack) => pack.name === name)!;
  const notes = policyHealth(loadPolicy([{ file, text }], rules).layers!, { today: '2026-11-21', bankHolidaysUntil: null });
  const told = notes.map(({ message }) => message);
  expect(told.some((message) => /\b(?:rules|organisation)\./.test(message))).toBe(true);
  expect(told.map(inWords).filter((message) => /\b(?:rules|organisation)\./.test(message))).toEqual([]);
});
