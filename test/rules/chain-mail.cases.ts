import type { RuleCases } from '../story';

const twelve = Array.from({ length: 12 }, (_, index) => `colleague${index}@oakfield.example`);
const passedOn = 'From: Pal <pal@gmail.com>\nSubject: FW: cats\n\nFrom: x@outlook.com\nSubject: Fwd: cats\n\nFrom: y@outlook.com\nSubject: cats\n\nLook at these cats!';

export const cases: RuleCases = {
  finds: [
    {
      name: 'a letter that asks for ten friends and promises luck',
      draft: { body: 'This angel brings luck. Send this to 10 friends in the next hour and you will receive good luck.' },
      situations: ['chain'],
      saw: 'This looks like a chain email: it asks people to pass it on, with a promise or a threat.',
    },
    { name: 'a chain that must not be broken', draft: { body: "Do not break the chain! Forward it to everyone you know." }, situations: ['chain'] },
    {
      name: 'a threat for those who do not pass it on',
      draft: { body: 'Pass this on to all your friends tonight. Those who ignore it will have seven years of bad luck.' },
      situations: ['chain'],
    },
    { name: 'a wish that will come true', draft: { body: 'Make a wish.\nNow forward this mail\nto at least 5 people and it will happen.' }, situations: ['chain'] },
    {
      name: 'a hoax about a virus, passed on',
      draft: {
        thread: 'forward',
        subject: 'FW: VIRUS WARNING',
        body: 'Please read',
        quoted: 'From: A <a@gmail.com>\nSubject: VIRUS\n\nIt will destroy your whole hard drive. Send this to everyone in your address book.',
      },
      situations: ['chain'],
    },
    {
      name: 'a hoax about money for every mail',
      draft: { body: 'For every person you send this to, the hospital gets 5p. Share it with everyone you know.' },
      situations: ['chain'],
    },
    {
      name: 'a letter with luck for friends of a kind, and what became of one who broke it',
      draft: { thread: 'forward', quoted: 'An angel watches over you. Send this to 12 strong women within the hour. A lady in Hull deleted hers and lost her job.' },
      situations: ['chain'],
    },
    { name: 'a tree that brings money', draft: { body: 'Copy this to ten people you want to be rich. Kim passed it on and won 40,000. It must leave your hands in 96 hours.' }, situations: ['chain'] },
    { name: 'a round of presents', draft: { body: 'Send ONE present to the first name, then send this on to 6 friends. You could get up to 36 gifts back, if nobody breaks the chain!' }, situations: ['chain'] },
    { name: 'a hoax passed on to more colleagues than are asked', draft: { thread: 'forward', subject: 'FW: not a hoax', to: twelve.slice(0, 3), body: 'Careful!', quoted: 'Forward it to everyone you know. It will wipe your phone.' }, situations: ['chain'] },
    { name: 'a hoax about a danger, from a friend of somebody', draft: { body: 'My cousin has a friend in the police: thieves mark gateposts with chalk. This is not a hoax! Please share with everyone you know.' }, situations: ['chain'] },
    { name: 'a hoax that saves a life', draft: { body: 'Hold your breath and cough. Forward it to all your friends, you might be saving someone’s life.' }, situations: ['chain'] },
    { name: 'a hoax about a charge', draft: { body: 'From Monday Royal Mail will be charging to redeliver. Pass this on to everyone you know.' }, situations: ['chain'] },
    { name: 'a hoax about what everyone will be charged', draft: { body: 'Royal Mail charges £1.50 from Monday for every parcel that is left next door. Pass on to everyone you know!' }, situations: ['chain'] },
    { name: 'a warning of a trick, for everybody’s friends', draft: { body: 'Scam at the cash machine in Hull: two men look over your shoulder. Send this to all your friends.' }, situations: ['chain'] },
    {
      name: 'a joke that is passed on for the seventh time, to one colleague',
      draft: { thread: 'forward', subject: 'FW: FW: FW: FW: FW: FW: FW: a man walks in', body: 'Ha!' },
      situations: ['passed-on'],
      saw: 'This has been passed on 6 times already and goes to 1 person.',
      shows: ['passed on 7 times, this time included'],
    },
    { name: 'a chain letter as an invitation', draft: { kind: 'appointment', body: "Don't break the chain: send this to 15 people." }, situations: ['chain'] },
    {
      name: 'a joke from a friend, passed on for the third time to twelve colleagues',
      draft: { thread: 'forward', subject: 'FW: cats', to: twelve, body: 'Enjoy', quoted: passedOn },
      situations: ['passed-on'],
      saw: 'This has been passed on 2 times already and goes to 12 people.',
    },
    {
      name: 'prefixes that show three forwards, where nothing tells who began',
      draft: { thread: 'forward', subject: 'FW: FW: FW: funny', to: twelve, body: '' },
      situations: ['passed-on'],
    },
    {
      name: 'two forwards, where the owner counts from two',
      draft: { thread: 'forward', subject: 'FW: Fwd: funny', to: twelve, body: '' },
      options: { forwardDepth: 2 },
      situations: ['passed-on'],
    },
  ],
  clears: [
    { name: 'please forward to Year 6 parents', draft: { body: 'Please forward this to Year 6 parents. Good luck to everyone with SATs!' } },
    { name: 'please pass on to your team', draft: { body: 'Please pass this on to your team by Friday. Good luck with the open evening.' } },
    { name: 'share with colleagues who were absent', draft: { body: 'Please share this with colleagues who missed the briefing.' } },
    { name: 'a request to everyone in the department', draft: { body: 'Send this to everyone in the department, please. If you do not, we will lose the booking.' } },
    { name: 'a fund-raiser to share with friends', draft: { body: 'Do share this with your friends and family: every pound goes to the hospice.' } },
    { name: 'good luck before an exam', draft: { body: 'Good luck will be needed on Friday! Year 11 have their first paper.' } },
    { name: 'a lesson about luck', draft: { body: 'Year 8 look at superstition: seven years of bad luck, black cats and broken mirrors.' } },
    { name: 'a lottery for governors’ places', draft: { body: 'Please ask at least five parents to stand for governor and send their names to the clerk.' } },
    { name: 'a reply to a chain letter, asking the sender to stop', draft: { thread: 'reply', body: 'Please do not send me these.', quoted: 'On 3 March 2025, Pal <p@gmail.com> wrote:\nSend this to 10 friends or have bad luck.' } },
    {
      name: 'a chain letter sent to the help desk',
      draft: { thread: 'forward', to: ['helpdesk@oakfield.example'], body: 'Is this a scam?', quoted: 'Send this to 10 friends or you will have bad luck.' },
    },
    { name: 'a chain letter shown to the office, which is asked what to do', draft: { subject: 'Fwd: Spam? chain letter from a parent', body: 'Ok to delete?\n\nSend this to 12 friends or you will have bad luck' } },
    {
      name: 'a chain letter sent to the contact that the organisation names',
      draft: { thread: 'forward', to: ['sam@oakfield.example'], body: 'Is this real?', quoted: 'Send this to 10 friends or you will have bad luck.' },
      organisation: { contacts: { it: 'IT Services (sam@oakfield.example), ext 200' } },
    },
    {
      name: 'a circular of the local authority, passed on three times to twelve schools',
      draft: {
        thread: 'forward',
        subject: 'FW: Attendance guidance',
        to: twelve,
        quoted: 'From: la@council.example\nTo: office@oakfield.example\nSubject: FW: Attendance guidance\n\nFrom: dfe@education.example\nSubject: FW: Attendance guidance\n\nNew guidance.',
      },
    },
    { name: 'a query passed on six times to one office', draft: { thread: 'forward', subject: 'FW: FW: FW: FW: FW: FW: boiler', body: 'Yours, I think.' } },
    { name: 'a fun run for everyone one knows, free of charge', draft: { body: 'Our fun run is on Sunday, no charge for under fives. Share it with everyone you know.' } },
    { name: 'a warning of a trick from IT, for one’s team', draft: { body: 'Warning: a scam asks for your log-in. Do not answer it, and pass this on to your team.' } },
    { name: 'three forwards to ten people', draft: { thread: 'forward', subject: 'FW: FW: FW: funny', to: twelve.slice(0, 10), body: '' } },
    { name: 'two forwards to twelve people', draft: { thread: 'forward', subject: 'FW: FW: rota', to: twelve, body: '' } },
    { name: 'a reply to twelve people in a thread that was passed on', draft: { thread: 'reply', subject: 'RE: FW: FW: FW: rota', to: twelve, body: 'Thanks' } },
    { name: 'a training on spam that speaks of chain letters', draft: { body: 'Session 3: chain letters ask you to send them on. Delete them.' } },
    { name: 'a virus warning from IT without a demand', draft: { body: 'A new virus may delete the files on your computer. Do not open “invoice.zip”; tell the help desk.' } },
    { name: 'a first aid course that can save a life', draft: { body: 'You could save a life: a first aid evening for parents on Tuesday. Please share this with colleagues.' } },
    { name: 'a sponsored walk to share with everyone', draft: { body: 'Keep it going, we are at £400! Please share this with everyone you know: every step counts.' } },
    { name: 'a supply chain in geography', draft: { body: 'Do not forget: the supply chain worksheet goes to 8 people in set 3.' } },
    { name: 'a prayer to share in assembly', draft: { body: 'Share this prayer with everyone in Year 5. God bless you all.' } },
  ],
};
