import type { PolicyDocument } from '../../domain';
import { dayWords } from './days';

/** How far a quotation may be relied on: when its copy was last compared, and whether its document is due for review. */
export function documentState({ lastVerified, reviewBy, version }: PolicyDocument, today: string): string {
  const copy = lastVerified === null ? `This copy of ${version} has never been compared with the live document.` : `This copy of ${version} was last compared with the live document on ${dayWords(lastVerified)}.`;
  if (reviewBy === null) return `${copy} The document has no review date.`;
  return reviewBy < today ? `${copy} The document’s review date, ${dayWords(reviewBy)}, has passed.` : copy;
}
