import { connect } from 'node:tls';

/** Milliseconds after which a host counts as silent. */
const PATIENCE = 10_000;

const DAY = 86_400_000;

/** Days before its end from which a certificate is a problem: those that renew themselves have done so by then. */
const SOON = 14;

/** When the certificate of a host ends, in milliseconds; null where that cannot be told. */
export type CertificateEnd = (host: string) => Promise<number | null>;

/** Looks at the certificate that a host shows, whoever vouches for it. */
export const certificateEnd: CertificateEnd = (host) => {
  const { hostname, port } = new URL(host);
  const name = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({ host: name, port: Number(port === '' ? 443 : port), ...(/^[\d.]+$|:/.test(name) ? {} : { servername: name }), rejectUnauthorized: false, timeout: PATIENCE });
    const end = (moment: number): void => {
      socket.destroy();
      resolve(isNaN(moment) ? null : moment);
    };
    socket.once('secureConnect', () => end(Date.parse(socket.getPeerCertificate().valid_to ?? '')));
    socket.once('timeout', () => end(NaN));
    socket.once('error', () => end(NaN));
  });
};

const day = (moment: number): string => new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What is to be said of a certificate that ends then, and whether it is a problem. */
export function certificateFinding(end: number, now: number): { readonly isProblem: boolean; readonly message: string } {
  const days = Math.floor((end - now) / DAY);
  if (days >= SOON) return { isProblem: false, message: `its certificate is good until ${day(end)}.` };
  const left = days < 0 ? 'has ended' : days === 0 ? 'ends today' : days === 1 ? 'ends tomorrow' : `ends in ${days} days`;
  return { isProblem: true, message: `its certificate ${left}, on ${day(end)}. Put a new one on the web server: without it no Outlook loads Heed.` };
}
