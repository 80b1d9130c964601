import type { Part, Report, Unchecked } from '../domain';

/** What a sender calls the parts that most rules judge. */
const CALLED: { readonly [P in Part]?: string } = { subject: 'The subject has', body: 'The text has', wording: 'The text has', attachments: 'The attachments have', contents: 'The attachments have' };

/**
 * What was not checked, each said once: a part of the draft that several rules had to do without is one sentence about the part, not one
 * for each of them.
 */
export function notChecked(unchecked: Report['unchecked']): Report['unchecked'] {
  const said: Unchecked[] = [];
  for (const one of unchecked) {
    const called = one.missing === undefined ? undefined : CALLED[one.missing.part];
    const told = called === undefined ? one : { reason: `${called} NOT been checked, because ${one.missing?.because}.` };
    if (called === undefined || said.every(({ reason }) => reason !== told.reason)) said.push(told);
  }
  return said;
}
