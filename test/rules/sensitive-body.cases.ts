import type { RuleCases } from '../story';

const letter =
  'Dear Mrs Kemp,\n\nWe have updated our records for Poppy Kemp, Year 4. Poppy Kemp, date of birth 14/03/2018, NHS number 999 100 0003, takes melatonin at night. Please tell us if this changes.\n\nSchool office';
const note = 'Hi, Theo Khan has an EHCP and will need a quiet room on Tuesday.';
const two = 'Hi, Theo Khan has an EHCP and Amelia Clarke has been diagnosed with ADHD. Both will need a quiet room.';
const asked = 'Can you come at ten instead?';

export const cases: RuleCases = {
  finds: [
    {
      name: "a pupil's details in a letter to a Hotmail address",
      draft: { to: ['s.kemp@hotmail.com'], body: letter },
      situations: ['personal'],
      saw: "Your message has a pupil's name, date of birth, NHS number and medicine, and is going to a Hotmail address.",
    },
    { name: "one pupil's details to an organisation outside", draft: { to: ['x@fellside-centre.example'], body: note }, situations: ['one-outside'], saw: "Your message has a pupil's name and SEN needs, and is going to fellside-centre.example." },
    { name: "two pupils' details to an organisation outside", draft: { to: ['x@fellside-centre.example'], body: two }, situations: ['several-outside'] },
    { name: 'a stranger beside a colleague', draft: { to: ['kit@oakfield.example'], cc: ['x@fellside-centre.example'], body: note }, situations: ['one-outside'] },
    {
      name: 'a thread that tells of a pupil, passed on to somebody outside',
      draft: { to: ['x@fellside-centre.example'], body: 'See below.', thread: 'forward', quoted: `From: Kit Marsh <kit@oakfield.example>\nTo: Dee Marlow <dee.marlow@oakfield.example>\nSubject: Theo\n\n${note}` },
      situations: ['one-outside'],
      saw: "The thread below your message has a pupil's name and SEN needs, and is going to fellside-centre.example, who did not have it before.",
    },
    {
      name: 'a thread that tells of a pupil, answered with somebody new in copy',
      draft: { to: ['kit@oakfield.example'], cc: ['new.person@gmail.com'], body: asked, thread: 'reply', quoted: `From: Kit Marsh <kit@oakfield.example>\nTo: Dee Marlow <dee.marlow@oakfield.example>\nSubject: Theo\n\n${note}` },
      situations: ['personal'],
    },
    { name: "a pupil's details to a partner, where the policy asks for it", draft: { to: ['ward@nhs.net'], body: note }, severity: { partner: 'inform' }, situations: ['partner'] },
    { name: "a pupil's details to a colleague, where the policy asks for it", draft: { to: ['kit@oakfield.example'], body: note }, severity: { inside: 'inform' }, situations: ['inside'] },
  ],
  clears: [
    { name: 'an ordinary message to a parent', draft: { to: ['s.kemp@hotmail.com'], body: 'Dear Mrs Kemp, thank you for coming in. Poppy enjoyed the trip. School office' } },
    { name: "a pupil's details to a colleague", draft: { to: ['kit@oakfield.example'], body: note } },
    { name: "a pupil's details to a partner", draft: { to: ['ward@nhs.net'], body: note } },
    { name: 'a policy quoted to a supplier', draft: { to: ['x@fellside-centre.example'], body: 'Pupils with an EHCP are reviewed each term, and those with a medical condition have a care plan.' } },
    {
      name: 'an answer to the person who wrote the details',
      draft: { to: ['s.kemp@hotmail.com'], body: asked, thread: 'reply', quoted: `From: Sara Kemp <s.kemp@hotmail.com>\nTo: Dee Marlow <dee.marlow@oakfield.example>\nSubject: Poppy\n\nPoppy Kemp has asthma and needs her inhaler at noon.` },
    },
    {
      name: 'an answer in a thread that names nobody by address, so that nobody is known to be new',
      draft: { to: ['s.kemp@hotmail.com'], body: asked, thread: 'reply', quoted: 'On Monday somebody wrote:\n> Poppy Kemp has asthma.' },
    },
    { name: 'a subject on which the gateway encrypts', draft: { to: ['s.kemp@hotmail.com'], subject: '[secure] Poppy', body: letter } },
    { name: 'a password, which has a rule of its own', draft: { to: ['x@fellside-centre.example'], body: 'The password is Tulip-Harbour-91.' } },
  ],
};
