import { defaultOf, childSchema } from '../../policy';
import type { Path } from '../../policy';
import type { Editing } from './editing';
import { schema } from './judge';
import { rawOf, valueAt } from './pack-set';

/** The days of working hours, as packs name them, from Monday. */
export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

type Week = { readonly [day: string]: unknown };

function isWeek(value: unknown): value is Week {
  return typeof value === 'object' && value !== null && WEEK.every((day) => day in value);
}

const ORGANISATION: Path = ['organisation', 'hours'];

/** The hours of everybody who has none of his own: the trust's as they are written, else as Heed has them. */
export function hoursOfTrust({ now }: Pick<Editing, 'now'>): Week {
  const written = valueAt(now.trust.raw, ORGANISATION);
  if (isWeek(written)) return written;
  const shape = ORGANISATION.reduce<ReturnType<typeof childSchema>>((at, step) => (at === null ? null : childSchema(at, step)), schema);
  const usual = shape === null ? undefined : defaultOf(shape);
  return isWeek(usual) ? usual : {};
}

/** The week of hours at a path, with all its days: a file that sets one day has to set the others too. */
export function weekAt(editing: Editing, hours: Path): Week {
  const own = valueAt(rawOf(editing.now, editing.editor), hours);
  return { ...hoursOfTrust(editing), ...(typeof own === 'object' && own !== null ? own : {}) };
}
