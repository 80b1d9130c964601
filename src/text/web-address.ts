/** The parts of a web address, the host in lower case. */
export interface WebAddress {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

/** Parted by hand: classic Outlook has no URL. */
function parted(link: string): WebAddress | null {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)(?:\?([^#]*))?/i.exec(link);
  return match === null ? null : { host: (match[1] as string).toLowerCase(), path: match[2] ?? '', query: match[3] ?? '' };
}

/** Text of an address with its escapes read; as it stands where they make no sense. */
export function readableAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A parameter of a query by its name, in lower case; null when there is none. */
export function parameterOf({ query }: WebAddress, name: string): string | null {
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).toLowerCase() === name) return readableAddress(pair.slice(equals + 1).replace(/\+/g, ' '));
  }
  return null;
}

/** True for a host that is a domain's own, or below it. */
export function isHostAt(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Where a link leads; mail protection rewrites pasted links, and the true address is one of their parameters. Null for what is no web address. */
export function webAddress(link: string): WebAddress | null {
  const address = parted(link);
  if (address === null || !isHostAt(address.host, 'safelinks.protection.outlook.com')) return address;
  const wrapped = parameterOf(address, 'url');
  return wrapped === null ? address : parted(wrapped);
}
