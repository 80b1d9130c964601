import type { RuleCases } from '../story';

/** Words that nobody needs to read here stand in ROT13. */
function plain(rotated: string): string {
  return rotated.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));
}

const slur = plain('cnxv');
const swear = plain('shpxvat');
const mild = plain('obyybpxf');

export const cases: RuleCases = {
  finds: [
    { name: 'abuse in the subject of a new email', draft: { subject: 'You are an absolute idiot', body: 'See above.' }, situations: ['abuse'] },
    {
      name: 'an insult to the reader',
      draft: { body: 'I have had enough of this.\nYou are an absolute idiot and everyone knows it.' },
      situations: ['abuse'],
      saw: 'Some wording here may come across as angry or hurtful. Only you can see this; we do not keep it.',
    },
    { name: 'an answer in rage', draft: { thread: 'reply', to: ['parent@parents.example'], body: 'I have read your essay. You are a bully.' }, situations: ['abuse'] },
    { name: 'an insult over the end of a line', draft: { body: 'Frankly you are\nuseless.' }, situations: ['abuse'] },
    { name: 'an insult without its verb', draft: { body: 'Thanks for nothing, you lazy cow.' }, situations: ['abuse'] },
    { name: 'a swear word', draft: { body: `Sort out the ${swear} rota.` }, situations: ['abuse'] },
    { name: 'a swear word in capitals', draft: { body: `This is ${mild.toUpperCase()}!` }, situations: ['abuse'] },
    { name: 'curly apostrophes', draft: { body: 'You’re pathetic.' }, situations: ['abuse'] },
    { name: 'a threat', draft: { body: "If you do that again I'll kill you." }, situations: ['threat'] },
    { name: 'a threat with a visit', draft: { body: "If you're not on that roof by Friday I'll come round yours and break your legs." }, situations: ['threat'] },
    { name: 'a threat to somebody else', draft: { body: "If he thinks I am doing Friday gate again I'll break his legs." }, situations: ['threat'] },
    { name: 'a threat to a home', draft: { body: 'I know where you live.' }, situations: ['threat'] },
    { name: 'a slur', draft: { body: `Typical of that ${slur}.` }, situations: ['slur'] },
    { name: 'a slur that somebody is called', draft: { body: `You're such a ${plain('fcnfgvp')}.` }, situations: ['slur'] },
    { name: 'an explicit name of a file', draft: { to: ['p@pupils.oakfield.example'], attachments: [{ name: `${plain('uneqpber_cbea')}.jpg`, text: '' }] }, situations: ['explicit'] },
    { name: 'an explicit phrase', draft: { body: `${plain('fraq zr fbzr ahqrf')} tonight` }, situations: ['explicit'] },
    { name: 'a threat and abuse, the worse first', draft: { body: `I will kill you, you ${swear} moron.` }, situations: ['threat', 'abuse'] },
    { name: 'a lottery syndicate, as a note only', draft: { body: 'Who is in for the lottery syndicate this term? £5 each.' }, situations: ['gambling'] },
    { name: 'abuse in an invitation', draft: { kind: 'appointment', body: 'You are a disgrace. Be there at nine.' }, situations: ['abuse'] },
    {
      name: 'a phrase that the owner has listed',
      draft: { body: 'What a total muppet.' },
      options: { phrases: [{ phrase: 'total muppet', tier: 'abuse' }] },
      situations: ['abuse'],
    },
  ],
  clears: [
    { name: 'a file for a lesson, and one of an incident', draft: { subject: 'RSE lesson 4', attachments: [{ name: `${plain('cbea ivqrbf')}, what the law says.pptx`, text: '' }] } },
    { name: 'an angry subject that somebody else has written', draft: { thread: 'reply', subject: 'RE: You are an absolute idiot', body: 'Let us talk at lunch.' } },
    { name: 'a subject of a lesson, with a rude word from its book', draft: { subject: 'GCSE: Steinbeck’s use of bastard and son of a bitch', body: 'Slides attached in Teams.' } },
    { name: 'an ordinary message', draft: { body: 'Thank you all for a great open evening.' } },
    { name: 'an insult in the quoted thread', draft: { thread: 'reply', body: 'Let us talk on the phone.', quoted: 'On 3 March 2025, P <p@gmail.com> wrote:\nYou are an idiot.' } },
    { name: 'words in quotation marks', draft: { body: 'He wrote “you are an idiot” on the board.' } },
    { name: 'words in single quotation marks', draft: { body: "The note read 'you're a moron' and was under the desk." } },
    { name: 'an incident form', draft: { body: `Incident: Pupil A called another pupil a ${slur} at lunch. Witness: Mr Reed.` } },
    { name: 'a behaviour log without quotation marks', draft: { subject: 'Behaviour log', body: `Told me to ${plain('shpx')} off and left the room.` } },
    { name: 'a report of what was shouted', draft: { body: 'As he left he shouted you are useless and slammed the door.' } },
    { name: 'a threat that is reported', draft: { body: 'She said I will kill you to a girl in Year 8. Both are with the head of year.' } },
    { name: 'a racist word that a parent reports', draft: { body: `She told staff the word ${slur} was written on his bag.` } },
    { name: 'a scheme of work for relationships and sex education', draft: { body: `RSE lesson 4: why people ${plain('fraq ahqrf')}, and consent.` } },
    { name: 'a set text with the words of its time', draft: { body: `Chapter 9 of the novel uses ${plain('avttre')}; agree with the class how to read it aloud.` } },
    { name: 'a history lesson', draft: { body: `Apartheid: sources with the term ${plain('qnexvr')} need an introduction.` } },
    { name: 'the poem Half-Caste', draft: { body: 'Year 10 study the poem Half-Caste by John Agard.' } },
    { name: 'places with rude words inside', draft: { body: 'The coach stops at Scunthorpe, Penistone, Cockermouth and Clitheroe, then Sussex.' } },
    { name: 'a village that is two rude words', draft: { body: 'The walk goes by Bell End and Lickey End.' } },
    { name: 'families with short names', draft: { body: 'Thank you Dick, Fanny and Mrs Cocks. See you, Willy.' } },
    { name: 'faggots and peas on the menu', draft: { body: 'Monday: faggots and peas, or spotted dick.' } },
    { name: 'birds, cats and plants', draft: { body: 'We saw a blue tit, a cock pheasant, a pussy willow and a Maine Coon.' } },
    { name: 'a vet’s talk about dogs', draft: { body: 'The bitch had five pups; the children will meet them on Friday.' } },
    { name: 'a part in the play', draft: { body: 'Dear Sam, you are a cow in the nativity, and Tom is the donkey.' } },
    { name: 'a kind question', draft: { body: 'If you are useless at Excel like me, come to the drop-in.' } },
    { name: 'words of comfort', draft: { body: 'Please do not think that you are useless. You are not stupid; you are tired.' } },
    { name: 'sports talk', draft: { body: "We'll beat you at netball on Friday! You will regret coming." } },
    { name: 'a safety note', draft: { body: 'Watch your back when you lift. You could break your neck on those stairs.' } },
    { name: 'a medical term', draft: { body: 'He has spastic quadriplegia, and a fire retardant blanket.' } },
    { name: 'Gypsy, Roma and Traveller history month', draft: { body: 'June is Gypsy, Roma and Traveller History Month. The LGBTQ+ (queer) network meets at 4.' } },
    { name: 'a chink in the blinds', draft: { body: 'There is a chink in the blinds, and chinks of light on the screen.' } },
    { name: 'a probability lesson', draft: { body: 'Probability: Sam will place a bet with odds of 3 to 1. Find the expected value.' } },
    { name: 'a bid to the lottery’s community fund', draft: { body: 'The National Lottery Community Fund bid is due. The PTA raffle needs prizes.' } },
    { name: 'a web filter report', draft: { body: `The filter blocked ${plain('cbea fvgrf')} on three laptops.` } },
    { name: 'a report to the DSL', draft: { to: ['dsl@oakfield.example'], body: `${plain('fraq zr ahqrf')}, it said.` } },
    { name: 'a grievance to HR', draft: { to: ['hr@oakfield.example'], body: 'You are a liar and I can prove it.' } },
    { name: 'a report to the contact the organisation names', draft: { to: ['kit@oakfield.example'], body: 'You are a liar.' }, organisation: { contacts: { head: 'Kit Lowe, kit@oakfield.example' } } },
    { name: 'a report to a mailbox that the owner has listed', draft: { body: 'You are a liar.' }, options: { reportingRecipients: ['kit@oakfield.example'] } },
    { name: 'a word that the owner calls safe', draft: { body: 'You are a git expert: can you help the coding club?' }, options: { safeWords: ['git expert'] } },
    { name: 'betting, where the owner does not look for it', draft: { body: 'Who is in for the lottery syndicate?' }, options: { lists: ['threat', 'slur', 'explicit', 'abuse'] } },
    { name: 'criticism of a decision', draft: { body: 'This decision is unfair, and the process was a shambles. I ask you to think again.' } },
    { name: 'a machine’s message', draft: { isMachine: true, body: `${mild}` } },
  ],
};
