import * as v from 'valibot';
import { calendarFor, civilTime, dayInWords, hoursToName, isWithinHours, minuteOf, momentOf, nextStart, timeInWords, whyOutside } from '../calendar';
import type { SchoolCalendar, WhyOutside } from '../calendar';
import { defineRule, SENDER_AUDIENCES } from '../domain';
import type { Audience, Finding, Fix, Group, Organisation, PersonalSettings, Sending } from '../domain';
import { isAmong, matchesAddress } from '../recipients';
import { emergencyWords, holdsAny, isEmergency } from './emergency';
import { listAt, sizeOf } from './lists';
import { addressesOption, numberOption, wordsOption } from './option-kinds';

type Situation = 'colleagues' | 'outside' | 'outside-urgent' | 'holiday' | 'own-hours';

/** Words that ask for a quick answer (D.3 `urgentWords`). */
const URGENT_WORDS = ['asap', 'tonight', 'this evening', 'by 9', 'by 9am', 'first thing', 'urgently', 'straight away'];

/** The colleagues it goes to: how many, a list of unknown size as one, and how that is said. */
function reachOf({ members }: Audience, organisation: Organisation): { count: number; whom: string } {
  const inside = members.filter((member) => member.class === 'inside' && !member.isSender);
  const lists = inside.map(({ address }) => listAt(address, organisation)).filter((list): list is Group => list !== undefined);
  const size = sizeOf(lists);
  const count = inside.length - lists.length + (size ?? lists.length);
  if (lists.length > 0) return { count, whom: size === null ? 'colleagues' : `about ${count} people` };
  return { count, whom: `${count} colleague${count === 1 ? '' : 's'}` };
}

/** When the draft leaves: a scheduled time that has already passed does not hold it back. */
function sendingMoment({ at, deliverAt }: Sending): number {
  return deliverAt !== null && deliverAt > at ? deliverAt : at;
}

/** Which tip says when it is: the ordinary one names the hours, the others the kind of day. */
function tipFor(situation: Situation, why: WhyOutside, isScheduled: boolean, isInvitation: boolean, next: string): string {
  // An invitation goes when it is sent: Outlook can hold back none.
  if (isInvitation) return situation === 'outside' || situation === 'outside-urgent' ? 'invitation-outside' : 'invitation';
  if (situation !== 'colleagues') return isScheduled && situation === 'outside' ? 'scheduled-outside' : situation;
  if (isScheduled) return 'scheduled';
  // On a Friday “tonight” would leave the weekend.
  return why === 'evening' ? (next.endsWith('tomorrow') ? 'colleagues' : 'early') : why;
}

/** True in the hours the sender works by a pattern of their own. A weekly pattern says nothing of holidays. */
function isWithinOwnHours(moment: number, why: WhyOutside, personal: PersonalSettings | undefined, calendar: SchoolCalendar): boolean {
  if (personal === undefined || personal.hours === null || why === 'holiday' || why === 'bank-holiday') return false;
  return isWithinHours(moment, { ...calendar, hours: personal.hours, graceMinutes: 0 });
}

/** "07:30 tomorrow" and "07:30", or "07:30 on Monday" for both, for the next start of a working day; empty when none is known. */
function startInWords(start: number | null, now: number, calendar: SchoolCalendar): { next: string; nextTime: string; startTime: string; later: string } {
  if (start === null) return { next: 'the next working day', nextTime: 'the next working day', startTime: '', later: 'on the next working day' };
  const time = timeInWords(start, calendar.timeZone);
  const day = dayInWords(start, now, calendar.timeZone);
  const isNear = day === 'today' || day === 'tomorrow';
  const next = isNear ? `${time} ${day}` : `${time} on ${day}`;
  return { next, nextTime: isNear ? time : next, startTime: time, later: `at ${next}` };
}

interface Schedule {
  readonly scheduleTo: 'next-start' | 'next-start-plus-30' | 'fixed';
  readonly scheduleTime: string;
}

/** The moment that is offered instead, on the working day that starts next; a fixed time that its hours leave out is not. */
function offeredMoment(start: number | null, calendar: SchoolCalendar, { scheduleTo, scheduleTime }: Schedule): number | null {
  if (start === null || scheduleTo === 'next-start') return start;
  if (scheduleTo === 'next-start-plus-30') return start + 30 * 60_000;
  const fixed = momentOf(civilTime(start, calendar.timeZone).date, minuteOf(scheduleTime), calendar.timeZone);
  return isWithinHours(fixed, { ...calendar, graceMinutes: 0 }) ? fixed : start;
}

/** More minutes of work at both ends of the day, by audience. */
function minutesByAudience() {
  const entries: { [audience: string]: ReturnType<typeof numberOption> } = {};
  for (const audience of SENDER_AUDIENCES) entries[audience] = numberOption(audience === 'leader' ? 60 : 0, [0, 240], audience, 'So many minutes more at each end of the day.', 'S', 'minutes');
  return v.strictObject(entries);
}

const YOU_MAY = "You may send now. Or schedule it for {next}. If you send now, add 'no reply needed before then'.";

export const outOfHours = defineRule({
  id: 'out-of-hours',
  title: 'Sent outside school hours',
  why: 'A message at night asks for an answer at night, even when it says that it does not.',
  tips: {
    colleagues: {
      saw: 'It is {time}. School hours are {start} to {end}, and this goes to {whom}.',
      advice: "You may send now. Or schedule it for {next}. If you send now, add 'no reply needed tonight'.",
      brief: 'It is {time}, so you can also schedule it for {nextTime}.',
      button: 'Schedule {startTime}',
    },
    early: {
      saw: 'It is {time}. School hours are {start} to {end}, and this goes to {whom}.',
      advice: YOU_MAY,
      brief: 'It is {time}, so you can also schedule it for {nextTime}.',
      button: 'Schedule {startTime}',
    },
    weekend: {
      saw: 'It is a day off, and this goes to {whom}.',
      advice: YOU_MAY,
      brief: 'It is a day off, so you can also schedule it for {next}.',
      button: 'Schedule {startTime}',
    },
    'bank-holiday': {
      saw: 'It is a bank holiday, and this goes to {whom}.',
      advice: YOU_MAY,
      brief: 'It is a bank holiday, so you can also schedule it for {next}.',
      button: 'Schedule {startTime}',
    },
    holiday: {
      saw: 'It is the school holidays, and this goes to {whom}.',
      advice: YOU_MAY,
      brief: 'It is the school holidays, so you can also schedule it for {next}.',
      button: 'Schedule {startTime}',
    },
    scheduled: {
      saw: 'This is scheduled for {time}, outside school hours, and goes to {whom}.',
      advice: 'You may leave it. Or schedule it for {next}.',
      brief: 'It is scheduled for {time}; you can also choose {next}.',
      button: 'Schedule {startTime}',
    },
    outside: {
      saw: 'It is {time}, outside school hours.',
      advice: null,
      brief: 'It is {time}, so you can also schedule it for {nextTime}.',
    },
    'scheduled-outside': {
      saw: 'This is scheduled for {time}, outside school hours.',
      advice: null,
      brief: null,
    },
    invitation: {
      saw: 'It is {time}, outside school hours, and this invitation goes to {whom}.',
      advice: 'You may send now. Or save it, and send it {later}.',
      brief: 'It is {time}, outside school hours.',
      button: 'Save as draft',
    },
    'invitation-outside': {
      saw: 'It is {time}, outside school hours.',
      advice: 'You may send now. Or save it, and send it {later}.',
      brief: 'It is {time}, outside school hours.',
      button: 'Save as draft',
    },
    'own-hours': {
      saw: "It is {time}, outside school hours but within yours.",
      advice: null,
      brief: 'It is {time}, so you can also schedule it for {nextTime}.',
    },
    'outside-urgent': {
      saw: 'It is {time}, outside school hours, and this seems to ask for a quick answer.',
      advice: 'You may send now. Or schedule it for {next}, or say that the answer can wait.',
      brief: 'It is {time}, and this seems to ask for a quick answer.',
      button: 'Schedule {startTime}',
    },
  },
  allowances: { whom: 18, time: 5, startTime: 5, start: 5, end: 5, next: 36, nextTime: 36, later: 39 },
  situations: { colleagues: 'warn', 'outside-urgent': 'warn', outside: 'inform', holiday: 'inform', 'own-hours': 'inform' },
  appliesTo: ['message', 'appointment'],
  weight: 'nuisance',
  needs: ['audience', 'sending', 'sender'],
  wants: ['subject', 'body', 'personal', 'kind'],
  options: v.strictObject({
    recipients: v.optional(
      v.pipe(
        v.picklist(['internalOnly', 'any']),
        v.title('Whose evening counts'),
        v.description('internalOnly looks at colleagues only; any also notes a late message to people outside.'),
        v.metadata({ lock: 'T' }),
      ),
      'any',
    ),
    minRecipients: numberOption(1, [1, 50], 'Fewest colleagues', 'A late message to fewer colleagues than this is not mentioned.', 'T', 'people'),
    graceMinutes: numberOption(0, [0, 60], 'Minutes of grace', 'So many minutes before the start and after the end of the day still count as within it.', 'S', 'minutes'),
    minutesByAudience: v.optional(
      v.pipe(
        minutesByAudience(),
        v.title('Longer days'),
        v.description('Who works so many minutes longer at each end of the day, beside the minutes of grace; the policy lists who is a leader.'),
        v.metadata({ lock: 'S' }),
      ),
      {},
    ),
    nonTermDays: v.optional(
      v.pipe(
        v.picklist(['ignore', 'inform', 'outOfHours']),
        v.title('Days out of term'),
        v.description('Whether days outside the listed terms count: outOfHours for term-time staff, ignore for all-year staff.'),
        v.metadata({ lock: 'S' }),
      ),
      'outOfHours',
    ),
    allYearStaff: addressesOption(2000, 'Staff who work all year', 'Addresses, domains or groups: for them days out of term are days like any other.', 'S'),
    scheduleTo: v.optional(
      v.pipe(
        v.picklist(['next-start', 'next-start-plus-30', 'fixed']),
        v.title('When it is offered to be sent'),
        v.description('next-start is the moment the next working day starts, next-start-plus-30 half an hour later, fixed the time below on that day.'),
        v.metadata({ lock: 'S' }),
      ),
      'next-start',
    ),
    scheduleTime: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'this is not a time. Write a time, such as "08:30".'),
        v.title('The fixed time'),
        v.description('The time of “fixed”, within the hours of the day; where they leave it out, the start of the day is offered.'),
        v.metadata({ lock: 'S', write: 'a time, such as "08:30"' }),
      ),
      '08:30',
    ),
    urgentWords: wordsOption(URGENT_WORDS, 100, 'Words that ask for a quick answer', 'In a late message to people outside, these turn the note into a warning.', 'T'),
    emergencyWords: emergencyWords(),
    emergencySenders: addressesOption(500, 'Who may send in an emergency', 'Addresses or domains whose emergency messages are not held up. Empty: everyone’s.', 'T'),
  }),
  check: ({ audience, sending, sender, subject, body, personal, kind }, options, { organisation, school, audience: standing }): readonly Finding<Situation>[] => {
    // A machine keeps no hours, and expects no answer.
    if (sender.isMachine === true) return [];
    const moment = sendingMoment(sending);
    const isScheduled = moment !== sending.at;
    const worksAllYear = isAmong(sender.address, options.allYearStaff, organisation);
    const calendar = calendarFor(organisation, school?.id ?? null, {
      nonTermDays: worksAllYear ? 'ignore' : options.nonTermDays,
      graceMinutes: options.graceMinutes + (options.minutesByAudience[standing] ?? 0),
    });
    const why = whyOutside(moment, calendar);
    if (why === null) return [];

    const words = `${subject ?? ''}\n${body?.newText ?? ''}`;
    const mayRaiseAlarm =
      options.emergencySenders.length === 0 || options.emergencySenders.some((pattern) => matchesAddress(pattern, sender.address));
    if (mayRaiseAlarm && isEmergency(sending, words, options.emergencyWords)) return [];

    const { count, whom } = reachOf(audience, organisation);
    const hasOthers = audience.members.some((member) => member.class !== 'inside' && !member.isSender);
    const isOwnTime = isWithinOwnHours(moment, why, personal, calendar);
    const situation = situationOf(count, hasOthers, why, isOwnTime, words, options);
    if (situation === null) return [];

    const start = offeredMoment(nextStart(moment, calendar), calendar, options);
    const isInvitation = kind === 'appointment';
    const fixes: readonly Fix[] = isInvitation ? [{ do: 'save-draft' }] : start === null ? [] : [{ do: 'schedule', at: start }];
    const named = hoursToName(moment, calendar);
    const time = timeInWords(moment, calendar.timeZone);
    const starts = startInWords(start, sending.at, calendar);
    return [
      {
        situation,
        tip: tipFor(situation, why, isScheduled, isInvitation, starts.next),
        values: {
          time,
          start: named === null ? '' : named[0],
          end: named === null ? '' : named[1],
          whom,
          ...starts,
        },
        evidence: [{ where: isScheduled ? 'Scheduled time' : 'Time of sending', masked: `${time} (${why})` }],
        fixes,
        concerns: ['time'],
      },
    ];
  },
});

function situationOf(
  colleagues: number,
  hasOthers: boolean,
  why: WhyOutside,
  isOwnTime: boolean,
  words: string,
  options: { readonly recipients: 'internalOnly' | 'any'; readonly minRecipients: number; readonly nonTermDays: string; readonly urgentWords: readonly string[] },
): Situation | null {
  if (colleagues >= options.minRecipients) {
    if (isOwnTime) return 'own-hours';
    return why === 'holiday' && options.nonTermDays === 'inform' ? 'holiday' : 'colleagues';
  }
  if (!hasOthers || options.recipients === 'internalOnly') return null;
  return holdsAny(words, options.urgentWords) ? 'outside-urgent' : 'outside';
}
