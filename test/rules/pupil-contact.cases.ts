import type { RuleCases } from '../story';

const ada = ['ada@pupils.oakfield.example'];
/** As `addressHash` makes it of j.example.pupil@gmail.com. */
const organisation = { pupilDomains: ['pupils.oakfield.example'], pupilAddresses: ['d5ce81ae96b1b8638661c29c531a5458'] };
const own = 'j.example.pupil@gmail.com';
const to = (body: string) => ({ to: ada, body });

export const cases: RuleCases = {
  finds: [
    {
      name: 'a mobile number and a social media name to a pupil, for an expedition',
      draft: to('Hi Ada,\nfor the DofE expedition: ring 07700 900123, or my insta is dee_outdoors.\nDee'),
      organisation,
      situations: ['details'],
      saw: 'This email to a pupil includes what looks like your mobile number and a social media name.',
    },
    { name: 'a mobile number in the signature', draft: to('Well done.\n\nDee Marlow\nM: +44 7700 900 456'), organisation, situations: ['details'] },
    { name: 'a mobile number without spaces', draft: to('Mine is 07700900789.'), organisation, situations: ['details'] },
    {
      name: 'a personal email address',
      draft: to('Send it to dee.marlow82@gmail.com if it is too big.'),
      organisation: { ...organisation, contacts: { head: 'Jo Lowe, ext 101' }, contactFor: { 'pupil-contact': 'head' } },
      situations: ['details'],
      advice: 'remove it and use your school address. Worried about a pupil? Speak to Jo Lowe, ext 101.',
    },
    {
      name: 'a name on a network, to several pupils',
      draft: { to: [...ada, 'ben@pupils.oakfield.example'], body: 'Add me on Discord: marlow_dee' },
      organisation,
      situations: ['details'],
      saw: 'This email to pupils includes what looks like a social media name.',
    },
    { name: 'a pupil in Bcc among colleagues', draft: { to: ['kit@oakfield.example'], bcc: ada, body: 'My mobile: 07700 900123' }, organisation, situations: ['details'] },
    { name: 'a pupil invited to a meeting', draft: { kind: 'appointment', ...to('If you are late, 07700 900123.') }, organisation, situations: ['details'] },
    { name: 'a list that reaches pupils', draft: { to: ['year11@oakfield.example'], body: 'Text 07700 900123 when you arrive.' }, organisation: { groups: [{ address: 'year11@oakfield.example', name: 'Year 11', size: 180, school: null, allStaff: false, reaches: 'pupils' }] }, situations: ['details'] },
    {
      name: 'a pupil’s own address that the school has listed',
      draft: { to: [own], body: 'Here is the worksheet.' },
      organisation,
      situations: ['own-address'],
      saw: "j.example.pupil@gmail.com is listed as a pupil's own address.",
    },
    { name: 'a pupil’s own address and a number in the words', draft: { to: [own], body: 'Ring 07700 900123.' }, organisation, situations: ['own-address', 'details'] },
    { name: 'an invitation to text', draft: to('Text me when you get there.'), organisation, situations: ['invitation'] },
    { name: 'an invitation to call, with a number to follow', draft: to('Call me on the number I gave you after training.'), organisation, situations: ['invitation'] },
    { name: 'a name on a network that has no mark in it', draft: to('Find me on Snapchat under the name deemarlow, or ring school.'), organisation, situations: ['details'], shows: ['social media name deemarlow'] },
    { name: 'a name after a dash', draft: to('Insta - deemarlow'), organisation, situations: ['details'], shows: ['social media name deemarlow'] },
    { name: 'an invitation to look at one’s own pictures, without a name', draft: to('Have a look at my insta tonight.'), organisation, situations: ['invitation'] },
    { name: 'an invitation to find somebody on a network', draft: to('Find me on Instagram, I post there.'), organisation, situations: ['invitation'] },
    { name: 'an invitation to message on a network', draft: to('Whatsapp me if you get stuck on the essay.'), organisation, situations: ['invitation'] },
    { name: 'a family declared for one pupil, and another pupil beside', draft: { to: [...ada, 'ben@pupils.oakfield.example'], body: 'My number is 07700 900123.', personal: { family: ada } }, organisation, situations: ['details'] },
  ],
  clears: [
    { name: 'a pupil at the school’s address, with nothing personal: the right way', draft: to('Well done on the essay. See you on Thursday.'), organisation },
    { name: 'the school’s own telephone number', draft: to('Ring the office on 01632 960123 if you are ill.'), organisation },
    { name: 'a teacher who can be rung through the office', draft: to('If you cannot find it, ask at the office: they can ring me on 01632 960 114.'), organisation },
    { name: 'a call on an extension', draft: to('From the library phone you can ring me on ext 214.'), organisation },
    { name: 'Childline', draft: to('If you want to talk to somebody: Childline, 0800 1111, or text Shout on 85258.'), organisation },
    { name: 'an examination board’s number', draft: to('The exam board is on 0345 600 1234.'), organisation },
    { name: 'the trip phone, said to be one', draft: to('On the expedition, the trip phone: 07700 900222.'), organisation },
    { name: 'a school mobile that the policy lists', draft: to('On the day you can reach us on 07700 900333.'), organisation: { ...organisation, safeNumbers: [{ number: '07700900333', what: 'Minibus' }] } },
    { name: 'the same, written with the country code', draft: to('On the day: +44 7700 900333.'), organisation: { ...organisation, safeNumbers: [{ number: '07700900333', what: 'Minibus' }] } },
    { name: 'the pupil’s own number, repeated', draft: to('We have your number as 07700 900123. Is that right?'), organisation },
    { name: 'a parent’s number', draft: to('We will ring your mum on 07700 900123.'), organisation },
    { name: 'a mobile number to a parent', draft: { to: ['k.parent@gmail.com'], body: 'My mobile is 07700 900123.' }, organisation },
    { name: 'a mobile number to a colleague', draft: { body: 'My mobile is 07700 900123.' }, organisation },
    { name: 'one’s own child who is a pupil, as declared', draft: { ...to('Mum here: 07700 900123, I will be late.'), personal: { family: ada } }, organisation },
    { name: 'the school’s own account on a network', draft: to('Follow us on Instagram: @oakfield_art'), organisation },
    { name: 'the school’s pictures on a network', draft: to('The school is on Insta - have a look.'), organisation },
    { name: 'a network one is on, in passing', draft: to("I'm on Discord as well, like all of you; so mind what you post."), organisation },
    { name: 'a lesson about a network', draft: to('Write 200 words on how Instagram changed news. Bring Facebook’s own statement.'), organisation },
    { name: 'a message on Teams', draft: to('Message me on Teams if you are stuck.'), organisation },
    { name: 'a number in the thread below', draft: { ...to('Thanks.'), quoted: 'My number is 07700 900123.' }, organisation },
    { name: 'an order number that begins like a mobile', draft: to('Your library book is 0771234. The code is 07-11-26.'), organisation },
    { name: 'a long number', draft: to('The candidate number is 077009001234567.'), organisation },
    { name: 'a text message as a topic', draft: to('Analyse the text, then call on the class to vote.'), organisation },
    { name: 'the school’s email address', draft: to('Send it to art@oakfield.example.'), organisation },
    { name: 'a network’s name, where the owner does not look for them', draft: to('My insta is dee_outdoors.'), organisation, options: { handles: false } },
    { name: 'a parent whose address is not a pupil’s', draft: { to: ['k.example.parent@gmail.com'], body: 'Here is the worksheet.' }, organisation },
  ],
};
