/** What a failed request says of itself, in Node's words or a browser's. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, message } = (error.cause ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  if (typeof message === 'string' && message !== '') return message;
  return error.name === 'TimeoutError' || error.name === 'AbortError' ? error.name : error.message;
}

/** Why there was no answer, and what to do; the first that fits counts. */
const REASONS: readonly (readonly [failure: RegExp, why: string, remedy: string])[] = [
  [/ENOTFOUND|EAI_AGAIN/, 'no name server knows its name', 'Check the spelling, and that the name is in your DNS.'],
  [/ECONNREFUSED/, 'nothing listens there', 'Start the web server, bind it to this port, and let the firewall pass it.'],
  [/WRONG_VERSION|EPROTO|PACKET_LENGTH|HTTP_REQUEST/, 'what answers there does not speak https', 'Give the site an https binding with a certificate.'],
  [/CERT_HAS_EXPIRED/, 'its certificate has expired', 'Put a new one on the web server.'],
  [/CERT_NOT_YET_VALID/, 'its certificate is not valid yet', 'Check the clocks of both computers.'],
  [/ALTNAME_INVALID/, 'its certificate is for another name', 'Get one for this host.'],
  [/UNABLE_TO_VERIFY_LEAF/, 'its certificate came without the one that issued it, or this computer does not know who did', 'Put the whole chain on the web server. Where your own authority issued it, set NODE_EXTRA_CA_CERTS to the authority’s file.'],
  [/SELF_SIGNED|UNABLE_TO_GET_ISSUER|CERT_UNTRUSTED/, 'this computer does not trust its certificate', 'Get one that your staff’s computers trust. Where it comes from your own authority, set NODE_EXTRA_CA_CERTS to the authority’s file.'],
  [/Timeout|ETIMEDOUT|CONNECT_TIMEOUT|AbortError/i, 'it took too long', 'Check the web server and the firewall between.'],
  [/EHOSTUNREACH|ENETUNREACH/, 'there is no way there from this computer', 'Check the network and the firewall.'],
  [/ECONNRESET|UND_ERR_SOCKET|EPIPE/, 'it hung up', 'Look at the web server’s log, and at proxies and firewalls between.'],
];

/** `its certificate has expired (CERT_HAS_EXPIRED). Put a new one on the web server.`: completes “no answer, because …”. */
export function whyNoAnswer(error: unknown): string {
  const failure = failureOf(error);
  const [, why, remedy] = REASONS.find(([pattern]) => pattern.test(failure)) ?? [null, 'the request failed', 'Check the address, the name server, the certificate and the firewall.'];
  return `${why} (${failure}). ${remedy}`;
}
