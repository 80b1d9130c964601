import type { RuleCases } from '../story';

const head = 'Headteacher <head@holmefield.example>';
const marlowe = 'A Marlowe <a.marlowe@holmefield.example>';
const organisation = { internalDomains: ['holmefield.example'] };
const parent = ['k.parent@gmail.com'];
const letter = (name: string, rest = ''): string => `Dear parent,\n\nThe trip is on Friday.\n\nKind regards,\n${name}\n${rest}`;

export const cases: RuleCases = {
  finds: [
    {
      name: 'a mail from the Head’s mailbox by somebody who is not on record',
      draft: { from: head, signedIn: marlowe },
      organisation,
      situations: ['from'],
      saw: 'You are signed in as A Marlowe but this will go out as the Headteacher (head@holmefield.example). We have no record that you are authorised.',
    },
    { name: 'a mail from a colleague’s mailbox', draft: { from: 'Kit Lowe <kit.lowe@holmefield.example>', signedIn: marlowe }, organisation, situations: ['from'] },
    { name: 'a record for another mailbox', draft: { from: head, signedIn: marlowe }, organisation: { ...organisation, delegations: { 'office@holmefield.example': ['a.marlowe@holmefield.example'] } }, situations: ['from'] },
    { name: 'a record for somebody else', draft: { from: head, signedIn: marlowe }, organisation: { ...organisation, delegations: { 'head@holmefield.example': ['kit.lowe@holmefield.example'] } }, situations: ['from'] },
    { name: 'a shared mailbox that is for others', draft: { from: 'SENCO <senco@holmefield.example>', signedIn: marlowe }, organisation: { ...organisation, sharedMailboxes: [{ address: 'senco@holmefield.example', members: ['kit.lowe@holmefield.example'] }] }, situations: ['from'] },
    { name: 'an invitation from the Head’s calendar', draft: { kind: 'appointment', from: head, signedIn: marlowe }, organisation, situations: ['from'] },
    { name: 'a relative with the same surname', draft: { from: 'Kit Marlowe <kit.marlowe@holmefield.example>', signedIn: 'Ana Marlowe <ana.marlowe@holmefield.example>' }, organisation, situations: ['from'] },
    {
      name: 'a letter to a parent that is signed by somebody else',
      draft: { from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: parent, body: letter('Jane Whitlow', 'Headteacher') },
      organisation,
      situations: ['sign-off'],
      saw: "This is signed 'Jane Whitlow' but goes out as Ana Marlowe.",
    },
    { name: 'an invitation signed by somebody else', draft: { kind: 'appointment', from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: parent, body: letter('Jane Whitlow') }, organisation, situations: ['sign-off'] },
  ],
  clears: [
    { name: 'one’s own mailbox', draft: {}, organisation },
    { name: 'a mailbox one is on record for', draft: { from: head, signedIn: marlowe }, organisation: { ...organisation, delegations: { 'Head@holmefield.example': ['a.marlowe@holmefield.example'] } } },
    { name: 'a mailbox a whole group is on record for', draft: { from: head, signedIn: marlowe }, organisation: { ...organisation, delegations: { 'head@holmefield.example': ['office-team@holmefield.example'] }, groups: [{ address: 'office-team@holmefield.example', name: 'Office team', size: 4, school: null, allStaff: false, members: ['a.marlowe@holmefield.example'] }] } },
    { name: 'a shared mailbox one is a member of', draft: { from: 'Office <office@holmefield.example>', signedIn: marlowe }, organisation: { ...organisation, sharedMailboxes: [{ address: 'office@holmefield.example', members: ['a.marlowe@holmefield.example'] }] } },
    { name: 'a shared mailbox for whoever may use it', draft: { from: 'Office <office@holmefield.example>', signedIn: marlowe }, organisation: { ...organisation, sharedMailboxes: [{ address: 'office@holmefield.example', members: [] }] } },
    { name: 'a client that does not say who is signed in', draft: { from: head }, organisation },
    { name: 'a married name', draft: { from: 'Ana Bell <ana.bell@holmefield.example>', signedIn: 'Ana Marlowe <ana.marlowe@holmefield.example>' }, organisation },
    { name: 'initials', draft: { from: 'A M Marlowe <a.m.marlowe@holmefield.example>', signedIn: 'Ana Marlowe <ana.marlowe@holmefield.example>' }, organisation },
    { name: '“Mrs B”', draft: { from: 'Mrs B <mrs.b@holmefield.example>', signedIn: 'Ana Bell <ana.bell@holmefield.example>' }, organisation },
    { name: 'the surname first', draft: { from: 'Marlowe, Ana <a.marlowe2@holmefield.example>', signedIn: 'Ana Marlowe <ana.marlowe@holmefield.example>' }, organisation },
    { name: 'the same person at the trust’s second domain', draft: { from: 'Office hours <a.marlowe@holmefield-trust.example>', signedIn: marlowe }, organisation },
    { name: 'a stored mail that a machine sent', draft: { from: head, signedIn: marlowe, isMachine: true }, organisation },
    { name: 'one’s own name under a letter', draft: { from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: parent, body: letter('Ana Marlowe', 'Class 5') }, organisation },
    { name: 'a first name under a letter', draft: { from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: parent, body: letter('Annie') }, organisation },
    { name: 'a title and an initial under a letter', draft: { from: 'Ana Bell <ana.bell@holmefield.example>', to: parent, body: letter('Mrs B') }, organisation },
    { name: 'a maiden name under a letter', draft: { from: 'Ana Bell <ana.bell@holmefield.example>', to: parent, body: letter('Ana Marlowe') }, organisation },
    { name: 'two who share a job', draft: { from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: parent, body: letter('Jo Reed and Ana Marlowe') }, organisation },
    { name: 'a team’s name under a letter', draft: { from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: parent, body: letter('The Holmefield Office') }, organisation },
    { name: 'a letter on behalf of the Head', draft: { from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: parent, body: letter('Jane Whitlow', 'sent on behalf of the Headteacher') }, organisation },
    { name: 'the Head’s name with one’s own signature below', draft: { from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: parent, body: letter('Jane Whitlow', 'Headteacher\n\nA Marlowe, PA to the Head') }, organisation },
    { name: 'a draft for the one whose name it bears', draft: { from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: ['Jane Whitlow <jane.whitlow@holmefield.example>', ...parent], body: letter('Jane Whitlow') }, organisation },
    { name: 'a draft among colleagues', draft: { from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: ['kit.lowe@holmefield.example'], body: letter('Jane Whitlow') }, organisation },
    { name: 'a letter from the office’s mailbox, signed by a person', draft: { from: 'Office <office@holmefield.example>', to: parent, body: letter('Jane Whitlow') }, organisation },
    { name: 'a name that only stands in the thread', draft: { from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: parent, body: 'Thank you, that is fine.', quoted: letter('Jane Whitlow') }, organisation },
    { name: 'a line after the closing that is no name', draft: { from: 'Ana Marlowe <ana.marlowe@holmefield.example>', to: parent, body: letter('Happy Half Term') }, organisation },
  ],
};
