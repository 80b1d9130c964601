import type { Inspection } from '../../src/domain';
import { DEFAULT_LIMITS, makeBudget } from '../../src/inspectors/budget';
import type { BudgetOptions } from '../../src/inspectors/budget';
import { finish, inspectFile } from '../../src/inspectors/inspect-file';

/** Inspects bytes as an attachment of that name, with the shipped limits and without a clock. */
export function inspect(bytes: Uint8Array, name = 'file', limits: Partial<BudgetOptions> = {}): Inspection {
  return finish(inspectFile(name, bytes, makeBudget({ ...DEFAULT_LIMITS, maxTime: Infinity, clock: () => 0, ...limits })));
}

/** All text of an inspection; with `hidden`, only what is hidden for that reason, and with null only what is not hidden. */
export function textOf(inspection: Inspection, hidden?: string | null): string {
  return inspection.segments
    .filter((segment) => hidden === undefined || (segment.hidden ?? null) === hidden)
    .map((segment) => segment.text)
    .join('\n');
}
