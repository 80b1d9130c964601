import type { Proposal } from './detector';
import type { Page } from './page';
import { findSpecialCategories, specialCategory } from './special-category';

/** Detectors that read more than one written value: they add what they propose. */
export function findInProse(page: Page, off: readonly string[], proposals: Proposal[], most: number): void {
  if (!off.includes(specialCategory.id)) findSpecialCategories(page, proposals, most);
}
