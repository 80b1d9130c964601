interface Place {
  readonly page: string;
  /** What the button says where the note itself names no remedy. */
  readonly label: string;
}

/** The page that puts right what stands at a path of the pack. */
export function placeOf(path: string): Place {
  if (path.startsWith('documents.')) return { label: 'Open the document', page: `documents/${path}` };
  if (/^organisation\.(?:hours|terms|bankHolidays|timeZone)/.test(path)) return { label: 'Open the calendar', page: `calendar/${path}` };
  if (path.startsWith('organisation')) return { label: 'Open people and places', page: `organisation/${path}` };
  const rule = /^rules\.([^.[]+)/.exec(path)?.[1];
  return rule === undefined ? { label: 'Open settings', page: `settings/${path}` } : { label: 'Open the rule', page: path === `rules.${rule}` ? `rules/${rule}` : `rules/${rule}/${path}` };
}
