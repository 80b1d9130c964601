import { noteDocuments } from './health-documents';
import { noteEndings } from './health-endings';
import type { HealthNote, Note } from './health-note';
import { noteOrganisation } from './health-organisation';
import { noteOverlays } from './health-overlays';
import type { Layers } from './layers';
import { pathText } from './problem';

export interface HealthFacts {
  /** Today as an ISO date. */
  readonly today: string;
  /** The last date the built-in table of bank holidays covers; null leaves it unjudged. */
  readonly bankHolidaysUntil: string | null;
}

function noteUnmentioned({ pack, trust, setBy }: Layers, note: Note): void {
  for (const id of Object.keys(pack.rules)) {
    const rules = trust.raw['rules'];
    const isMentioned = typeof rules === 'object' && rules !== null && Object.prototype.hasOwnProperty.call(rules, id);
    if (isMentioned || setBy.has(pathText(['rules', id, 'on']))) continue;
    note(['rules', id], { message: 'The pack does not mention this rule, so it does not run. Add it, with "on": false if that is meant.', level: 'low', remedy: 'Decide about the rule' });
  }
}

/** Events name what a person did, so they need more than a line in a pack (catalogue A.6). */
function noteEvents({ pack }: Layers, note: Note): void {
  if (pack.audit.level !== 'events') return;
  note(['audit', 'level'], {
    message: 'Events are kept of single sends. That needs an impact assessment and consultation with staff first: have both on record when the policy is signed, or choose "totals".',
    level: 'high',
    remedy: 'Record the assessment',
  });
}

/** What the owner should look into, document by document and then in the order of the pack. Problems are apart. */
export function policyHealth(layers: Layers, { today, bankHolidaysUntil }: HealthFacts): readonly HealthNote[] {
  const notes: HealthNote[] = [];
  const note: Note = (path, said) => {
    notes.push({ path: pathText(path), ...said });
  };
  noteDocuments(layers, today, note);
  noteOrganisation(layers, today, bankHolidaysUntil, note);
  noteEndings(layers, today, note);
  noteOverlays(layers, note);
  noteEvents(layers, note);
  noteUnmentioned(layers, note);
  return notes;
}
