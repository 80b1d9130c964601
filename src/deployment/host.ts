import type { Chosen } from './problem';

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

function isIpAddress(name: string): boolean {
  return name.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(name);
}

/**
 * The origin an add-in is served from, such as `https://heed.school.example`, without a slash at its end. It is a whole
 * host of its own, because Outlook for Windows looks for the well-known file at the root and nowhere else.
 */
export function readHost(text: string): Chosen<string> {
  const typed = text.trim();
  const shown = `“${typed}”`;
  if (typed === '') return { problem: 'The host is missing. Write the address where the add-in is served, such as https://heed.school.example.' };
  if (/\s/.test(typed)) return { problem: `${shown} has a space in it. Write one address, such as https://heed.school.example.` };
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return { problem: `${shown} does not say https. Write https://${/^[^/]*/.exec(typed)?.[0] ?? typed}.` };
  if (!URL.canParse(typed)) return { problem: `${shown} is not an address. Write it like https://heed.school.example.` };
  const url = new URL(typed);
  if (url.protocol !== 'https:') return { problem: `${shown} is not https. Outlook loads add-ins over https only: get a certificate for the host and write https://${url.hostname === 'localhost' ? url.host : url.hostname}.` };
  if (url.username !== '' || url.password !== '') return { problem: `${shown} has a name or password in it. Write the host alone.` };
  if (url.search !== '' || url.hash !== '') return { problem: `${shown} has something behind the host. Write https://${url.host} alone.` };
  if (url.pathname !== '/') {
    return { problem: `${shown} has a path. Heed needs a host of its own, because Outlook for Windows looks for /.well-known at its root: give it one, such as https://heed.school.example.` };
  }
  const name = url.hostname;
  if (isIpAddress(name)) return { problem: `${shown} is a number, not a name. Outlook needs a host name that a certificate can be issued for.` };
  if (url.port !== '' && name !== 'localhost') return { problem: `${shown} has a port. Firewalls in schools let 443 through: serve it there and write https://${name}.` };
  if (name !== 'localhost' && (!name.includes('.') || !name.split('.').every((label) => LABEL.test(label)))) {
    return { problem: `${shown} is not a full host name. Write it with its domain, such as https://heed.school.example.` };
  }
  return { value: url.origin };
}
