interface Remedy {
  readonly label: string;
  readonly page: string;
}

/** Where a note of policy health is put right, and what the button there says (M19 to M21 of the catalogue). */
export function remedyFor(path: string, isOverdue: boolean): Remedy {
  if (path.endsWith('.reviewBy')) return { label: isOverdue ? 'Record a review' : 'Set review date', page: `documents/${path}` };
  if (path.endsWith('.lastVerified')) return { label: 'Check version now', page: `documents/${path}` };
  if (path.startsWith('documents.')) return { label: 'Open the document', page: `documents/${path}` };
  if (/^organisation\.(?:hours|terms|bankHolidays|schools\[\d+\]\.terms)/.test(path)) return { label: 'Open the calendar', page: `calendar/${path}` };
  if (path.startsWith('organisation')) return { label: 'Open people and places', page: `organisation/${path}` };
  const rule = /^rules\.([^.[]+)/.exec(path)?.[1];
  return rule === undefined ? { label: 'Open settings', page: `settings/${path}` } : { label: 'Open the rule', page: `rules/${rule}` };
}
