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
      advice: 'phone the parent, or move the details into a password-protected file.',
    },
    {
      name: "two pupils' details to a personal address: whose parent it is, nobody knows",
      draft: { to: ['s.kemp@hotmail.com'], body: two },
      situations: ['personal'],
      advice: 'take out what they do not need, or move the details into a password-protected file.',
    },
    {
      name: "a pupil's details to two personal addresses",
      draft: { to: ['s.kemp@hotmail.com', 'j.kemp@gmail.com'], body: note },
      situations: ['personal'],
      advice: 'take out what they do not need, or move the details into a password-protected file.',
    },
    { name: "one pupil's details to an organisation outside", draft: { to: ['x@fellside-centre.example'], body: note }, situations: ['one-outside'], saw: "Your message has a pupil's name and SEN needs, and is going to fellside-centre.example." },
    { name: "two pupils' details to an organisation outside", draft: { to: ['x@fellside-centre.example'], body: two }, situations: ['several-outside'] },
    {
      name: 'more kinds of details than fit a sentence, of which whole ones are named',
      draft: { to: ['s.kemp@hotmail.com'], body: 'Theo Khan has an EHCP. Theo Khan has been diagnosed with epilepsy. Theo Khan is on a child protection plan.' },
      situations: ['personal'],
      saw: "Your message has a pupil's name, SEN needs, safeguarding details and more, and is going to a Hotmail address.",
    },
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
    { name: 'a subject that tells of a pupil, above a text that does not', draft: { to: ['x@fellside-centre.example'], subject: 'EHCP review for Theo Khan', body: asked }, situations: ['one-outside'], saw: "Your message has a pupil's name and SEN needs, and is going to fellside-centre.example." },
    { name: 'a text whose “he” is named in the subject', draft: { to: ['x@fellside-centre.example'], subject: 'Theo Khan', body: 'He has epilepsy and will need a quiet room on Tuesday.' }, situations: ['one-outside'] },
    {
      name: 'the subject of a thread, answered with somebody new in copy',
      draft: { to: ['kit@oakfield.example'], cc: ['new.person@gmail.com'], subject: 'RE: EHCP review for Theo Khan', body: asked, thread: 'reply', quoted: 'From: Kit Marsh <kit@oakfield.example>\nTo: Dee Marlow <dee.marlow@oakfield.example>\nSubject: EHCP review for Theo Khan\n\nOn Tuesday at ten?' },
      situations: ['personal'],
    },
    { name: "a pupil's details to a partner, where the policy asks for it", draft: { to: ['ward@nhs.net'], body: note }, severity: { partner: 'inform' }, situations: ['partner'] },
    { name: "a pupil's details to a colleague, where the policy asks for it", draft: { to: ['kit@oakfield.example'], body: note }, severity: { inside: 'inform' }, situations: ['inside'] },
    { name: "a pupil's details in an invitation to somebody outside", draft: { kind: 'appointment', to: ['x@fellside-centre.example'], subject: 'Review meeting', body: note }, situations: ['one-outside'] },
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
      name: 'an answer whose subject tells of a pupil, to the person who wrote it',
      draft: { to: ['s.kemp@hotmail.com'], subject: 'RE: Poppy Kemp: asthma', body: asked, thread: 'reply', quoted: 'From: Sara Kemp <s.kemp@hotmail.com>\nTo: Dee Marlow <dee.marlow@oakfield.example>\nSubject: Poppy Kemp: asthma\n\nMay I come in?' },
    },
    { name: 'a subject of an ordinary meeting', draft: { to: ['x@fellside-centre.example'], subject: 'SEN support: training on Tuesday', body: asked } },
    {
      name: 'an answer in a thread that names nobody by address, so that nobody is known to be new',
      draft: { to: ['s.kemp@hotmail.com'], body: asked, thread: 'reply', quoted: 'On Monday somebody wrote:\n> Poppy Kemp has asthma.' },
    },
    { name: 'an email with a label that encrypts it', draft: { to: ['s.kemp@hotmail.com'], label: 'a1b2c3d4-0000-4000-8000-00000000abcd', body: letter }, protection: { labels: ['a1b2c3d4-0000-4000-8000-00000000abcd'] } },
    { name: 'a subject on which the gateway encrypts', draft: { to: ['s.kemp@hotmail.com'], subject: '[secure] Poppy', body: letter } },
    { name: 'an invitation to an open evening', draft: { kind: 'appointment', to: ['s.kemp@hotmail.com'], subject: 'Open evening', body: 'Year 6 parents are invited. The SENCO and the school nurse will be there to talk about SEN support and medical needs.' } },
    { name: 'a job advert for a learning mentor', draft: { to: ['ads@fellside-centre.example'], body: 'We seek a mentor for pupils with autism and ADHD, from September. Experience of EHCP reviews and of child protection is welcome. Apply to Mrs Ford.' } },
    { name: 'the school nurse, who tells of her training day', draft: { to: ['x@fellside-centre.example'], body: 'Hi Joanna Hart, thank you for the epilepsy and asthma training on Monday. Our first aiders found it clear.' } },
    { name: 'an order with numbers of ten digits', draft: { to: ['orders@fellside-centre.example'], body: 'Order number 9998245915 for Mr Kirk has not come. The tracking number is 4010232137.' } },
    { name: 'a phone number in a signature', draft: { to: ['s.kemp@hotmail.com'], body: 'Dear Mrs Kemp, the coach leaves at nine.\n\nKind regards\nDee Marlow\nSENCO\nOakfield Academy, 4 Mill Lane, Marsh Town MT1 4AB\n01632 960123' } },
    { name: 'a date on which a trip goes', draft: { to: ['s.kemp@hotmail.com'], body: 'Dear Mrs Kemp, Poppy Kemp is on the list for 12/03/2026. Her consent form is due by 27/02/2026.' } },
    { name: 'a blank medical form in the message', draft: { to: ['s.kemp@hotmail.com'], body: 'Please fill this in and send it back.\n\nName of child:\nDate of birth:\nNHS number:\nAllergies:\nMedication:' } },
    { name: 'free school meals, explained to all parents', draft: { to: ['s.kemp@hotmail.com'], body: 'Dear parents, if you get Universal Credit, your child may be entitled to free school meals. This also brings the school pupil premium.' } },
    { name: 'what a book that a class reads is about', draft: { to: ['library@fellside-centre.example'], body: 'Could we borrow 30 copies of the novel in which Christopher Boone, who is autistic, tells of a dog?' } },
    { name: 'a doctor, who wrote about autism', draft: { to: ['x@fellside-centre.example'], body: 'Dr Nadia Rahman is an autism specialist and wrote the leaflet on sensory needs that we use.' } },
    { name: 'a trust governor with SEND in their role', draft: { to: ['x@fellside-centre.example'], body: 'Helen Frost is our SEND governor and Paul Reid is the safeguarding lead. Both will be there.' } },
    { name: 'a bank account of the school itself', draft: { to: ['s.kemp@hotmail.com'], body: 'Dear parents, payments for the trip go to the school. Sort code 20-00-00, account number 55779911.' } },
    { name: 'results of a class, without names', draft: { to: ['x@fellside-centre.example'], body: 'Of 28 pupils, 6 have SEN support, 2 have an EHCP and 9 are entitled to the pupil premium.' } },
    { name: 'a password, which has a rule of its own', draft: { to: ['x@fellside-centre.example'], body: 'The password is Tulip-Harbour-91.' } },
  ],
};
