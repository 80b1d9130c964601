import { rules } from '../../rules';
import { labelAt } from './labels';

/** What a pack calls `organisation.hours`, a form has under a heading: whoever reads this has never seen a pack. */
export function inWords(message: string): string {
  return message.replace(/\brules\.([a-z-]+)|\borganisation\.([A-Za-z]+)(?:\.([a-z]+))?|\bdetection\b(?= and )/g, (whole, rule?: string, setting?: string, entry?: string) => {
    const title = rule === undefined ? labelAt(setting === undefined ? [whole] : ['organisation', setting]) : rules.find(({ id }) => id === rule)?.title;
    return title === undefined ? whole : `“${title}”${entry === undefined ? '' : ` (${entry})`}`;
  });
}
