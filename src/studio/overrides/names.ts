import { rules } from '../../rules';
import type { Outcome } from './events';

export const OUTCOMES: { readonly [O in Outcome]: string } = { changed: 'Changed', 'sent-after-warning': 'Sent all the same', cancelled: 'Not sent', 'could-not-check': 'Could not be checked' };

export function ruleTitle(id: string): string {
  return rules.find((rule) => rule.id === id)?.title ?? id;
}
