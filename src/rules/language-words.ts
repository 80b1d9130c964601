/**
 * Words that hurt, and how they are looked for. They stand here in ROT13, each letter moved by thirteen, so that nobody who
 * opens this file or the bundle reads a page of slurs; it hides nothing from anyone who wants to know. All are looked for as
 * whole words, so that Penistone, Scunthorpe and Cockermouth are only places. Words with an innocent sense that schools use
 * (a dog, a bird, a dish, a name, a staff network) are left out, or count only where somebody is called them.
 */
export type Tier = 'threat' | 'slur' | 'explicit' | 'abuse' | 'gambling';

function plain(rotated: string): string {
  return rotated.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));
}

/** Slurs against a group. */
const SLURS =
  'avttre(?:f|l)?|avttn(?:f|m)?|cnxvf?|xvxrf|jbtf|tbbxf?|puvaxl|puvaxvrf|qnexvrf?|tlccbf?|cvxrlf?|(?:ent|gbjry)urnqf?|' +
  'unys-pnfgrf?|fcnmm?(?:rf|l)?|ergneqf|furznyrf?|(?:qvegl|svygul|oybbql|shpxvat|fgvaxvat) (?:wrjf?|zhfyvzf?|oynpxf?|' +
  'tlcfl|tlcfvrf|sbervtaref?|vzzvtenagf?|dhrref?|tnlf?|qlxrf?)';
/** Slurs where somebody is called them. */
const SLURS_OF_YOU = 'snttbg|cbbs|cbbsgre|genaal|ergneq|fcnfgvp|zbat|pevccyr|zvqtrg';
const EXPLICIT =
  'oybj ?wbof?|unaq ?wbof?|(?:qvpx|pbpx|chffl) (?:cvpf?|cvpgherf?|fubgf?)|tnat ?onatf?|phz ?fubgf?|qvyqbf?|(?:fraq|' +
  'fraqvat|funer) (?:zr |hf )?(?:lbhe |fbzr )?ahqrf|ahqr (?:cvpf?|cubgbf?|cvpgherf?) bs (?:lbh|ure|uvz)|fhpx (?:zl|uvf|' +
  'lbhe) (?:qvpx|pbpx)|(?:fb|srryvat|trggvat) ubeal|shpx (?:zr|lbh) (?:uneq|frafryrff|gbavtug|yngre)|(?:unir|' +
  'univat) frk jvgu (?:lbh|zr)|cbea(?:b|uho)? ?(?:cvpf?|cubgbf?|ivqrbf?|fvgrf?|pyvcf?|yvaxf?|svyzf?)|uneqpber cbea';
const ABUSE =
  '(?:zbgure)?shpx(?:f|rq|re|ref|vat|jvgf?)?|phagf?|gjngf?|jnax(?:re|ref|vat)|nefrubyrf?|nffubyrf?|qvpxurnqf?|xabournqf?|' +
  'oryyraqf?|fuvg(?:f|gl|r|urnqf?)?|ohyyfuvg|obyybpxf|cvff bss|fbq bss|ohttre bss|fphzontf?|fuhg lbhe (?:zbhgu|snpr|tbo)|' +
  'fuhg gur uryy hc|tb gb uryy|qebc qrnq';
/** Insults where somebody is called them. */
const ABUSE_OF_YOU =
  'vqvbgf?|zbebaf?|vzorpvyrf?|pergvaf?|yvnef?|pbjneqf?|qvftenpr|cnenfvgrf?|fphz|fghcvq|cngurgvp|hfryrff|jbeguyrff|' +
  'vapbzcrgrag|qvfthfgvat|pyhryrff|ovgpu|onfgneqf?|fynt|fyhg|juber|cevpx|xabo|nefr|gbffref?|tvgf?|' +
  'jnfgr bs (?:fcnpr|bkltra|gvzr|zbarl)|wbxr|ohyyl';
const ADJECTIVES = 'fghcvq|ynml|sng|fvyyl|zvfrenoyr|anfgl|frysvfu|byq|htyl|hfryrff|cngurgvp|qvegl|oybbql|shpxvat|yvggyr';
const NAMES = 'pbj|cvt|ovgpu|jvgpu|onfgneq|vqvbg|zbeba|sbby|yvne|fynt|fyhg|tvg|fbq|nefr|gbffre';

const BETWEEN =
  '(?: (?:a|an|the|such|just|really|so|all|being|truly|complete|completely|total|totally|absolute|absolutely|utter|utterly|' +
  'and|most|bunch|of|as|bloody|lazy|fat|stupid|little|silly|old|nasty)){0,5}';

function wholeWords(rotated: string): RegExp {
  return new RegExp(`\\b(?:${plain(rotated)})\\b`, 'gi');
}

function calledSo(rotated: string): RegExp {
  return new RegExp(`\\byou(?:'re| are| r)${BETWEEN} (?:${plain(rotated)})\\b`, 'gi');
}

/** `isToYou`: said to the reader, so that a lesson or an incident near by does not explain it. */
export interface Pattern {
  readonly tier: Tier;
  readonly isToYou: boolean;
  readonly find: RegExp;
}

const THREATS =
  "\\b(?:i|we)(?:'ll| will|'m going to| am going to|'re going to| are going to|'m gonna)(?: (?:come|go|find)[\\w ']{0,24} and)? (?:(?:fucking )?(?:kill|hurt|stab|batter|punch|strangle) you\\b|" +
  '(?:smash|break|burn) (?:both )?(?:your|his|her|their) (?:face|head|teeth|legs?|neck|arms?|nose|jaw|house|car|windows?)|beat you up)|' +
  "\\byou(?:'re| are) (?:so )?dead(?= ?[.!,]| ?$)|\\bi know where you (?:live|park)|\\bbetter watch your back|\\bhope you (?:die|get cancer|get run over)|" +
  '\\byou deserve to die|\\b(?:burn|blow) (?:the|this|your) (?:school|place|office) (?:down|up)\\b';

const GAMBLING =
  '\\bbetting (?:tips?|syndicates?|slips?|odds)|\\b(?:place|placing|placed) (?:a|your|our|my) bets?\\b|\\bput(?:ting)? (?:a|your|our) (?:bet|fiver|tenner) on\\b|' +
  '\\b(?:lottery|lotto|euromillions|pools) syndicate|\\bfree bets?\\b|\\bonline casinos?\\b|\\bbet365\\b|\\bpaddy ?power\\b|\\bsky ?bet\\b|\\bbetfair\\b';

export const PATTERNS: readonly Pattern[] = [
  { tier: 'threat', isToYou: true, find: new RegExp(THREATS.replace('fucking', plain('shpxvat')), 'gi') },
  { tier: 'slur', isToYou: false, find: wholeWords(SLURS) },
  { tier: 'slur', isToYou: true, find: calledSo(SLURS_OF_YOU) },
  { tier: 'slur', isToYou: false, find: /\bgo back to your own country\b/gi },
  { tier: 'explicit', isToYou: false, find: wholeWords(EXPLICIT) },
  { tier: 'abuse', isToYou: false, find: wholeWords(ABUSE) },
  { tier: 'abuse', isToYou: true, find: calledSo(ABUSE_OF_YOU) },
  { tier: 'abuse', isToYou: true, find: new RegExp(`\\byou (?:(?:${plain(ADJECTIVES)}) ){1,3}(?:${plain(NAMES)})\\b`, 'gi') },
  { tier: 'gambling', isToYou: false, find: new RegExp(GAMBLING, 'gi') },
];

/** What is reported or recorded: incidents, behaviour logs, disclosures, filters and complaints. */
export const INCIDENT =
  /\b(?:incidents?|behaviou?r (?:logs?|forms?|reports?|slips?|sheets?|points?)|cpoms|myconcern|classcharts|class charts|disclos\w+|safeguard\w+|alleg\w+|witness\w*|statements?|bull(?:ying|ied)|verbal(?:ly)? abus\w+|abusive|racis[tm]\w*|homophobi\w+|sexis[tm]|(?:foul|bad|offensive|inappropriate) (?:language|words?|comments?|images?)|swear(?:s|ing)?|swore|sworn|(?:was|been|over) ?heard|shouted|yelled|screamed|call(?:ed|ing) (?:him|her|them|me|us|another|an? (?:pupil|student|child|boy|girl|member|peer|teacher))|(?:he|she|they|who|pupils?|students?|child|children|boys?|girls?|parent|mum|dad) (?:then |also )?(?:said|told|replied|texted|wrote)|told (?:me|him|her|them|staff|the|an?|another)|the (?:word|term|phrase|n-word|f-word)|detention|suspen\w+|exclu(?:ded|sions?)|sanctions?|investigat\w+|complain\w*|reported|graffiti|written on|filter\w*|blocked|online safety|e-safety|screenshots?|helpline|victims?)\b/i;

/** What is taught: relationships and sex, English, history, the mathematics of chance; and what is raised for the school. */
export const TEACHING =
  /\b(?:lessons?|schemes? of work|sow|rse|rshe|pshe|sex education|relationships education|curriculum|novels?|novella|poems?|poetry|extracts?|set texts?|gcse|a-?levels?|worksheets?|essays?|chapters?|act \d|scene \d|quotations?|vocabulary|glossary|etymology|history|historical|holocaust|slavery|apartheid|civil rights|steinbeck|shakespeare|mice and men|mockingbird|othello|agard|knowledge organisers?|reading list|probability|contraception|consent|lyrics|bbfc|dictionary|exam board|aqa|edexcel|ocr|eduqas|wjec|debate|literature|pta|raffle|community fund|heritage fund|fundrais\w+)\b/i;

/** What stands before words that are somebody else's. */
export const REPORTED =
  /\b(?:said|says|saying|say|shouted|yelled|screamed|told|telling|called|calling|replied|wrote|texted|posted|messaged|threatened|heard|stated)\b[^.!?\n]{0,80}$/i;

/** What makes a statement about the reader none: a condition, a feeling, a comparison. */
export const NOT_STATED = /\b(?:if|when|whether|unless|until|think|feel|felt|like|that)\b[^.!?\n]{0,30}$/i;
