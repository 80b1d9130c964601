import type { Deployment } from '../domain';

/** Milliseconds that two clocks may be apart before anybody is told. */
const TOLERANCE = 600_000;

const DAY = 86_400_000;

/** `12 minutes`, `5 hours`, `400 days`: as much as says how wrong a clock is. */
function span(milliseconds: number): string {
  const [amount, unit] = milliseconds >= 2 * DAY ? [milliseconds / DAY, 'days'] : milliseconds >= 7_200_000 ? [milliseconds / 3_600_000, 'hours'] : [milliseconds / 60_000, 'minutes'];
  return `${Math.floor(amount)} ${unit}`;
}

/** A sentence when this computer's clock and the web server's are apart; null when they agree, or when the server says no time. `date` is its `Date` header. */
export function clockProblem(date: string | null, now: number): string | null {
  const theirs = Date.parse(date ?? '');
  if (isNaN(theirs) || Math.abs(now - theirs) <= TOLERANCE) return null;
  return `this computer’s clock is ${span(Math.abs(now - theirs))} ${now > theirs ? 'ahead of' : 'behind'} the web server’s. Put right the one that is wrong: a policy bears the time at which it was signed, and clients count the days from there.`;
}

/** A sentence when a policy was signed at a time that has not come yet; null when it has. */
export function signedAheadProblem(deployment: Deployment, now: number): string | null {
  const ahead = Date.parse(deployment.issued) - now;
  if (!(ahead > TOLERANCE)) return null;
  return `was signed by a clock that was ${span(ahead)} ahead. Until then classic Outlook does not notice that the host is silent. Put that clock right, and sign again.`;
}
