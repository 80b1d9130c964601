/** Whoever a child lives with, as parts of a RegExp. */
export const RELATIVES =
  'mum(?:my)?|mam|mother|dad(?:dy)?|father|step-?(?:mum|dad|mother|father)|nana?|gran(?:ny|dad|d?ma|dmother|dfather|dparents?)?|aunt(?:ie)?|uncle|carers?|foster|guardian|parents?|next of kin';

/** Pupils and whoever they live with. */
export const FAMILY = `(?:${RELATIVES})s?|pupils?|students?|child(?:ren)?|kids|famil(?:y|ies)`;

/** A class, a form or a year group. */
export const CLASS = /\b(?:class|form|tutor group|registration|y(?:ea)?r? ?\d{1,2}[a-z]?|\d{1,2}[A-Z]|nursery|reception)\b/i;
