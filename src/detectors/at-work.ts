import { onlyWith } from './gated';
import type { Page } from './page';

/*
 * People who are named for their work and not for what is told of them: who is asked, who runs, chairs, teaches, presents or
 * holds an office.
 */

/** “If it's SEN ask Claire, …”, “names to Michelle please”. */
const ASKED_BEFORE = /\b(?:ask|contact|email|names to)\s$/i;
const ASKED_AFTER = /^(?:[,.;\n]| or | please)/;

/** True for somebody whom the text asks, or tells others to ask. `before` and `after` stand beside the name. */
export function isAsked(before: string, after: string): boolean {
  return (ASKED_BEFORE.test(before) && ASKED_AFTER.test(after)) || (after.charAt(0) === '?' && /, $/.test(before));
}

/** “The LADO is now Phil Dent”. */
const OFFICE_IS = /\b(?:LADO|DSL|DPO|SENCO|EP|OT|officer|nurse|lead|contact|worker|governor|head|carer)(?: this year| for us)? is (?:now |still |currently )?$/;
/** “Could Ursula check the paragraph?” */
const COULD = /\b(?:could|can|would|will|does|did|has) (?:[A-Z]\w+ and )?$/i;
const DO_IT = /^ (?:and \w+ )?(?:please )?(?:check|look|send|print|email|ring|call|book|sort|find|update|cover|chase|confirm|share|write|draft|order|lead|run|do the|know (?:how|where)|posted|sent|put the)\b/;
/** What one does at work, just after the name: “Nadia will take us through …”, “Ian to write to …”, “Mr Price leading”. */
const WORKS = onlyWith(
  ' to |will|can|could|ll |going|run|lead|present|talking|covering|chair|deliver|trained|does|reported|offered|has |led|ran |invigilating|from ',
  /^(?:,? (?:(?:who )?(?:(?:will|to|can|could|['’]ll|is going to) (?:also |then )?(?:take us|talk|look (?:at|into)|do (?:the|a|two|three)|run|lead|chair|cover|present|chase|write|find out|draft|update|book)|['’]s? (?:running|leading|presenting)|is (?:running|leading|talking|presenting|covering|chairing|delivering|trained)|does (?:all )?the|reported that|offered to|has (?:drafted|written|done a|the|made up)|led|ran (?:a|the)|chaired|presented)|leading|invigilating|presenting|covering|chairing|from [A-Z]\w+ is (?:coming|visiting|here|joining|in the staffroom))\b)/,
);
/** What a person at work is, just after the name. */
const HOLDS_OFFICE = onlyWith(
  'senco|sendco|dsl|governor|champion|contact|link|officer|ordinator|nurse|therapist|advis|manager|director|chair|trustee|lead|head|principal|consultant|specialist|psychologist|paediatrician|secretary|counsellor|teacher|inspector|minister|professor|author|inclusion|ceo|support worker|liaison',
  /^(?! (?:is|was) (?!acting|leading|standing)\w+ing )(?:,| \(| -| –| from| of| is| was| as| will be| starts \w+ as)(?: |$)?(?:an?|the|our|your|new|school|from|now|deputy|assistant|head of|acting|lead|senior|designated|is|was|[\w&]+){0,4} ?(?:[\w-]+ ){0,2}(?:senco|sendco|dsl|ddsl|governor|champion|contact|link|officer|co-?ordinator|nurse|therapist|advis[eo]r|manager|director|chair(?! thrown)|trustee|lead|leader|headteacher|head|principal|consultant|specialist|psychologist|paediatrician|secretary|counsellor|teacher|inspector|minister|professor|author|inclusion|ceo|support worker|liaison)\b/i,
);

/** True for somebody who holds an office, or does what others are concerned with. */
export function isAtWork(before: string, after: string): boolean {
  return HOLDS_OFFICE.test(after) || WORKS.test(after) || OFFICE_IS.test(before) || (COULD.test(before) && DO_IT.test(after));
}

/** Those who work in a school: “Mrs Ford”, “the head”, “our school nurse Abigail”. */
const GROWN_UP = /^(?:(?:mrs?|ms|miss|mx|dr)\b|(?:the|our|my|one of|new) .*\b(?:caretaker|cook|cleaner|chair|bursar|librarian|manager|head(?: of [a-z]+)?|deputy|assistant|tas?|lsa|teacher|colleague|technician|receptionist|midday|team|driver|volunteer|staff member|member of staff)$)/i;
const ROLE_BEFORE = /\b(?:nurse|teacher|governor|officer|secretary|auditor,|counsellor|therapist)\s{1,2}$/i;

/** True for one who works in a school, of whom no pupil's detail is told. */
export function isGrownUp({ text }: Page, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return GROWN_UP.test(text.slice(start, end)) || ROLE_BEFORE.test(text.slice(Math.max(0, start - 16), start));
}
