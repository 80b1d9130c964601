import { daysBetween } from './formats';
import type { Layers } from './layers';
import type { Note } from './health-note';
import { listed } from './problem';
import type { Path } from './problem';
import { days, fullDate } from './words';

/** How long before an exemption, a partner or an allowed address ends it is spoken of (catalogue A.1, “due”). */
const ENDING_DAYS = 90;

/** The longest a partnership runs without being looked at again, in days (catalogue D.2). */
const LONGEST_PARTNERSHIP = 366;

/** Says that something has ended, or ends within 90 days. */
function noteEnd(path: Path, expires: string | null, today: string, note: Note, words: { readonly what: string; readonly renew: string }): void {
  if (expires === null) return;
  const left = daysBetween(today, expires);
  if (left < 0) note(path, { message: `${words.what} ended on ${fullDate(expires)} and no longer counts. Renew it, or remove it.`, level: 'medium', remedy: 'Renew or remove' });
  else if (left <= ENDING_DAYS) note(path, { message: `${words.what} ends on ${fullDate(expires)}, ${left === 0 ? 'today' : `in ${days(left)}`}. ${words.renew}`, level: 'low', remedy: 'Renew' });
}

/** What has ended, or soon will. */
export function noteEndings({ pack }: Layers, today: string, note: Note): void {
  const { partners, allowedAddresses } = pack.organisation;
  const endless = partners.filter((partner) => partner.expires === null).map((partner) => partner.domain);
  if (endless.length > 0) {
    const shown = endless.slice(0, 8);
    const others = endless.length > shown.length ? ` and ${endless.length - shown.length} more` : '';
    note(['organisation', 'partners'], { message: `No last day is set for ${others === '' ? listed(shown, 'and') : shown.join(', ') + others}. Set one within 12 months where an agreement stands behind it.`, level: 'low', remedy: 'Set the last days' });
  }
  partners.forEach(({ domain, expires }, index) => {
    noteEnd(['organisation', 'partners', index, 'expires'], expires, today, note, {
      what: `The partnership with ${domain}`,
      renew: 'Renew the agreement and the date, or remove the partner.',
    });
    if (expires !== null && daysBetween(today, expires) > LONGEST_PARTNERSHIP) {
      note(['organisation', 'partners', index, 'expires'], { message: `The partnership with ${domain} ends on ${fullDate(expires)}, more than 12 months away. Set a nearer day, so that it is looked at every year.`, level: 'low', remedy: 'Set a nearer day' });
    }
  });
  allowedAddresses.forEach(({ address, expires }, index) => {
    noteEnd(['organisation', 'allowedAddresses', index, 'expires'], expires, today, note, {
      what: `The entry for ${address}`,
      renew: 'Renew it if it is still needed.',
    });
  });
  for (const id of Object.keys(pack.rules)) {
    (pack.rules[id]?.exemptions ?? []).forEach((exemption, index) => {
      noteEnd(['rules', id, 'exemptions', index, 'expires'], exemption.expires, today, note, {
        what: `The exemption for ${exemption.for}`,
        renew: 'Renew it, or tell them that the rule will speak again.',
      });
    });
  }
}
