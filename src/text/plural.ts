import type { PluralForm } from './template';

/** One, two to four but not twelve to fourteen, and all others: `1 plik`, `2 pliki`, `5 plików` (CLDR, Polish). */
export const polishPlural: PluralForm = (count) => {
  if (count === 1) return 0;
  const tens = count % 100;
  const ones = count % 10;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
};

/** None, one, two, three, six, and all others, for the sounds that change after them: `2 beth`, `3 pheth` (CLDR, Welsh). */
export const welshPlural: PluralForm = (count) => {
  const forms = [0, 1, 2, 3, 6];
  const form = forms.indexOf(count);
  return form === -1 ? forms.length : form;
};
