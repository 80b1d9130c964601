import { restOfSentence } from './credential-shapes';
import type { Secret } from './credential-shapes';
import { why } from './detector';
import { once } from './gated';

/*
 * Codes of digits that open a door, a machine or an account, before or after the word for them. A number alone says
 * nothing, so the sentence must speak of what it opens, and something must lead to it.
 */

const REACH = 100;
/** A number as codes are written: in one, in groups, digit by digit, with a letter before or after. */
const NUMBER = /(?:^|[\s(“"':=])((?:\d(?:[ -]\d){3,7}|[A-Z](?: \d){3,5}(?: [A-Z])?|\d{2,4}[ -]\d{2,4}(?:[ -]\d{2,4})?|[A-Z]\d{3,6}[A-Z]?|\d{3,8}[A-Z#*]?|[A-Z]?\d{2,5}[A-Z]{1,2}\d{0,3}))(?=[\s.,;:!?)”"'*]|$)/g;
/** What follows a number that is a length, a time, a sum or a count. */
const UNIT = /^\s*(?:[ap]\.?m\b|mm|cm|m\b|kg|g\b|hrs?\b|hours?|mins?|minutes|secs?|seconds|%|pupils|students|children|people|staff|words|points|pages|copies|leaflets|days?|weeks?|times|pounds|or \d|[-–/:]\s?\d|and \d|\d)/i;
const LEADS = /(?:\b(?:is(?: now| set to| on| still)?|to|now|then|press|enter|type|punch|tap|key(?:ed)?|in|use|got|was|come|sent|text(?:ed)?|me|code|codes|pin|passcode|number|be|with)|['’]s|[:=,–-]|\()\s*[“"']?$/i;
/** What a code may open. */
const OPENS =
  /\b(?:doors?|gates?|alarm|safe|padlock|keypad|key ?safe|lock(?:ed|er|box)?|entrance|barrier|shed|garage|cupboard|building|log(?:ging)? ?-?in|log(?:ging)? ?-?on|sign(?:ing)?[ -]?in|authenticat\w*|verif\w*|two[- ]factor|2fa|mfa|one[- ]time|otp|texted|text(?:ed)? me|digits?|combination|combo|sent me|got the|photocopier|copier|printer|voicemail|laptop|tablet|till|bank|portal|cpoms|approve)\b/i;
/** Codes and numbers that open nothing. */
const CLASH =
  /\b(?:orders?|item|product|discount|voucher|promo\w*|offer|delivery|booking|course|subject|qualification|budget|cost|nominal|ledger|post ?code|postcode|dial\w*|area|country|room|rooms|centre|exams?|gcse|a-?level|btec|paper|spec\w*|attendance|absence|register|qr|dress|conduct|practice|join|class ?code|meetings?|game|kahoot|quiz|webinar|conference|teams|zoom|colou?r|error|status|invoice|purchase|project|activity|ucas|job|ref\w*|ticket|tel|telephone|phone (?:is|number)|call|ring|ext\w*|total|free|stock|engineer|company|inspection|ofsted|test is at|due|deliver\w*|census|parking|donat\w*|supplier|caesar|escape|club)\b/i;
const WEAK_WORD = /^(?:doors?|gates?|alarms?|safes?|padlocks?|keypads?|key[ -]safes?|lockers?|entrances?|combinations?|combos?)$/i;
/** A thing's own number, told of it straight: “the side door is 2580”, “key in 7741”. */
const OF_A_THING = /\b(?:takes|wants|is(?: now| set to| on| still)?|set to|on|key in|punch in|type in|type|tap in|enter|press|code|codes|combination|combo|pin|number)[:, ]*\s*["'“(]?$/i;
/** Things whose number is told without a verb: “key safe 1852”, “back door 5162”. */
const NUMBERED = /^(?:key[ -]safe|padlock|keypad|alarm)$/i;
const WHICH_DOOR = /\b(?:front|back|side|main|staff|rear|kitchen|hall|playground) $/i;
/** “0830” and “1415” may be times of day. */
const TIME_OF_DAY = /^(?:[01]\d|2[0-3])[0-5][05]$/;
/** “4821 is the code.” */
const TOLD_BEFORE = /(?:^|[\s(:])((?:\d{3} ?\d{3}|\d{4,8}|\d{2} \d{2} \d{2}))(?:,?\s+(?:is|was|that['’]?s|this is)|\s+[-–])\s+(?:the|my|your|our|a)?\s*(?:[\w-]+ ){0,2}$/i;
/** “You'll need 7741 for the alarm.” */
const NUMBER_FOR = /\b(?:need|use|type|enter|press|try|put|it['’]?s)(?: in)? ([A-Z]?\d{4,6}[A-Z#]?) (?:for|opens|unlocks|on) (?:[\w']+ ){1,3}$/i;
const TALK = /\b(?:will (?:change|be (?:asked|sent|given))|changes? on|never (?:share|give|tell)|must not)\b/i;

/** The turns of a dial: “left 31, right 8, left 55”, “4 left to 31, right past it to 8”. */
const DIAL = /\b(?:\d )?(?:(?:anti-?|counter-?)?clockwise|left|right|[lr])\s?(?:(?:past it )?to )?\d{1,2}(?:[\s,;-]{1,3}(?:then |and )?(?:\d )?(?:(?:anti-?|counter-?)?clockwise|left|right|[lr])\s?(?:(?:past it )?to )?\d{1,2}){1,4}/i;
const TURN = /clockwise|left|right/gi;
const HAS_DIAL = /^(?:safes?|padlocks?|combinations?|combos?|codes?|lockers?)$/i;
/** “1-9-7-3” is nothing but a code. */
const DIGIT_BY_DIGIT = /^\d(?:[ -]\d){3,7}$/;

function isYear(number: string): boolean {
  return /^(?:19|20)\d\d$/.test(number);
}

/** A telephone number, or a date, has more or other digits than a code. */
function isCode(number: string, before: string): boolean {
  const digits = number.replace(/\D/g, '');
  return digits.length >= 3 && digits.length <= 8 && !/^(?:0\d{3,4}|07\d{3}) \d/.test(number) && !/[\d£$.,/-]$/.test(before) && !/\d \(?$/.test(before);
}

/** The turns of a dial after a word: in its sentence, or three in the next. */
function dialAfter(text: string, end: number, sentence: number): RegExpExecArray | null {
  const further = text.slice(end, end + REACH);
  const dial = /\d/.test(further) ? DIAL.exec(further) : null;
  return dial !== null && (dial.index < sentence || (dial[0].match(TURN) ?? []).length > 2) ? dial : null;
}

/** Codes after a word for one, or after what one opens, and a code just before it. */
export function codesNear(text: string, start: number, end: number, isStrong: boolean): readonly Secret[] {
  const word = text.slice(start, end).replace(/\s+/g, ' ');
  const isThing = WEAK_WORD.test(word);
  // “The 6 digit code, here's the one I got: …” may take two sentences.
  const rest = isStrong ? text.slice(end, end + REACH).split(/\n[ \t]*\n/)[0] as string : restOfSentence(text, end, REACH);
  const lead = text.slice(Math.max(0, start - 80), start);
  const sentence = lead.slice(lead.search(/[^.?!\n]*$/));
  const found: Secret[] = [];
  const isNumberAhead = /\d/.test(rest);
  const isNumberBehind = /\d/.test(lead);
  const make = (from: number, to: number): Secret => ({ start: from, end: to, score: 75, reasons: [why('near', 40, word), why('code', 35)] });
  const dial = HAS_DIAL.test(word) ? dialAfter(text, end, rest.length) : null;
  if (dial !== null) return CLASH.test(sentence.slice(-48)) || TALK.test(rest) ? found : [make(end + dial.index, end + dial.index + dial[0].length)];
  if (!isNumberAhead && !isNumberBehind) return found;
  // What speaks against any code is asked once there may be one.
  const hasClash = once(() => CLASH.test(sentence.slice(-48)) && !/\bhost\b/i.test(word));
  const isTalk = once(() => TALK.test(rest) || TALK.test(sentence));
  if (!isThing && isNumberBehind) {
    const told = TOLD_BEFORE.exec(lead);
    if (told !== null && (isStrong || OPENS.test(rest + word)) && !CLASH.test(rest.slice(0, 60)) && isCode(told[1] as string, lead.slice(0, told.index + told[0].indexOf(told[1] as string))) && !hasClash()) {
      const at = start - lead.length + told.index + told[0].indexOf(told[1] as string);
      return [make(at, at + (told[1] as string).length)];
    }
  }
  if (isThing && isNumberBehind) {
    const told = NUMBER_FOR.exec(lead);
    const number = told === null ? '' : (told[1] as string);
    const at = start - lead.length + (told === null ? 0 : told.index + told[0].indexOf(number));
    if (told !== null && !isYear(number) && !hasClash()) return [make(at, at + number.length)];
  }
  if (!isNumberAhead) return found;
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(rest); match !== null; match = NUMBER.exec(rest)) {
    const number = match[1] as string;
    const at = match.index + match[0].length - number.length;
    const bridge = rest.slice(0, at);
    NUMBER.lastIndex = match.index + match[0].length;
    const isStraight = /^(?:['’]?s)?\s*(?:for [\w' ]{1,40}?)?(?:is|[:=-])?(?: now)?\s*$/i.test(bridge);
    if (!isCode(number, bridge) || (isYear(number) && !isStraight) || UNIT.test(rest.slice(at + number.length))) continue;
    if (isThing) {
      // Of a door only what is told straight counts, and no time of day.
      const isNumbered = /^:? $/.test(bridge) && !TIME_OF_DAY.test(number) && (NUMBERED.test(word) || WHICH_DOOR.test(sentence));
      const isDigitByDigit = DIGIT_BY_DIGIT.test(number) && !/^comb/i.test(word);
      if ((!isNumbered && !isDigitByDigit && !OF_A_THING.test(bridge)) || number.length < 4 || (!isDigitByDigit && /\b(?:at|from|till|until|by)\b/i.test(bridge.slice(-24))) || (isYear(number) || /^\d{3}$/.test(number))) continue;
      if (!isNumbered && /^(?:alarm|gate)/i.test(word) && !/\b(?:key|punch|type|tap|enter|press|code|pin|set|on|is)\b/i.test(bridge)) continue;
    } else if ((!LEADS.test(bridge) && !isStraight) || (!isStrong && !OPENS.test(`${sentence} ${word}${bridge}${rest.slice(at + number.length, at + 60)}`))) continue;
    if (CLASH.test(bridge.replace(/\b(?:free|ring|call)\b/gi, ''))) continue;
    if (!hasClash() && !isTalk()) found.push(make(end + at, end + at + number.length));
    break;
  }
  return found;
}

const FURTHER = /\s*(?:[,;\n]|\band\b)\s*([A-Za-z0-9]{3,8}(?:[ -][A-Za-z0-9]{3,8}){0,3})(?=[\s.,;]|$)/y;

/** The rest of a list of recovery codes, each made as the first is. */
export function furtherCodes(text: string, first: { readonly start: number; readonly end: number }): readonly Secret[] {
  const form = (code: string): string => code.replace(/[A-Za-z0-9]/g, 'x');
  const wanted = form(text.slice(first.start, first.end));
  const found: Secret[] = [];
  for (let end = first.end; found.length < 50; ) {
    FURTHER.lastIndex = end;
    const match = FURTHER.exec(text);
    if (match === null || form(match[1] as string) !== wanted || !/\d/.test(match[1] as string)) return found;
    end = match.index + match[0].length;
    found.push({ start: end - (match[1] as string).length, end, score: 75, reasons: [why('list', 75)] });
  }
  return found;
}
