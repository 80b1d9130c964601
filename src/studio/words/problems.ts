import type { Path, Problem } from '../../policy';
import { capitalised } from '../../text';
import { academyName } from '../editing/academies';
import { schema } from '../editing/judge';
import type { PackSet } from '../editing/pack-set';
import { placeNamed } from '../publish/differences';

/** A place as problems write it, `organisation.schools[0].hours.mon`, as a path; empty for the place in a text, `line 3, column 5`. */
export function pathOf(place: string): Path {
  if (/^line \d/.test(place)) return [];
  const steps = place.match(/\[\d+\]|\["(?:[^"\\]|\\.)*"\]|[^.[\]]+/g) ?? [];
  return steps.map((step) => {
    if (/^\[\d+\]$/.test(step)) return Number(step.slice(1, -1));
    return step.startsWith('["') ? (JSON.parse(step.slice(1, -1)) as string) : step;
  });
}

/** What is wrong, as a form says it: nobody there writes quotation marks, null or a date that begins with the year. */
export function messageWords(message: string): string {
  const plain = message
    .replace(/^"" is (?:not|neither) [^.]*\. /, '')
    .replace(/^this text is empty\. Write it(?:, or leave it out)?\./, 'Write it here.')
    .replace(/Write year-month-day, such as "\d{4}-\d{2}-\d{2}"\./, 'Write it as day/month/year, such as 30/09/2026.')
    .replace(/such as "([^"]*)"/g, 'such as $1');
  return capitalised(plain);
}

/** The whole sentence on a page that lists problems: the academy where it is one's, the setting as the forms call it, and what to do. */
export function problemWords({ file, path, message }: Problem, set: PackSet): string {
  const place = pathOf(path);
  const who = file === set.trust.file ? '' : academyName(set, file);
  const where = place.length === 0 ? path : placeNamed(schema, place);
  return [who, where, messageWords(message)].filter((part) => part !== '').join(': ');
}
