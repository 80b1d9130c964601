import type { Attachment } from '../domain';

interface WebAddress {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

/** Parted by hand: classic Outlook has no URL. */
function parted(link: string): WebAddress | null {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)(?:\?([^#]*))?/i.exec(link);
  return match === null ? null : { host: (match[1] as string).toLowerCase(), path: match[2] ?? '', query: match[3] ?? '' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parameter(query: string, name: string): string | null {
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).toLowerCase() === name) return decoded(pair.slice(equals + 1).replace(/\+/g, ' '));
  }
  return null;
}

function isAt(host: string, domain: string): boolean {
  return host === domain || host.slice(-domain.length - 1) === `.${domain}`;
}

/** SharePoint and OneDrive for work: a sharing link (`/:x:/…`), a document's page, or a file in a library. */
const SHAREPOINT_FILE = /\/:[a-z]:\/|\/_layouts\/15\/(?:doc|wopiframe|guestaccess|download|onedrive|stream)[^/]*\.aspx|\/documents?\/|\/shared documents\//i;
const SHAREPOINT_PAGE = /\/sitepages\/|\/lists\//i;
const FILE_ENDING = /\.[a-z0-9]{2,5}$/i;
const GOOGLE_FILE = /^\/(?:a\/[^/]+\/)?(?:(?:document|spreadsheets|presentation)\/(?:u\/\d+\/)?d\/|file\/(?:u\/\d+\/)?d\/|drive\/(?:u\/\d+\/)?folders\/|open$|uc$)/;

function providerOf({ host, path, query }: WebAddress): string | null {
  if (isAt(host, 'sharepoint.com') || isAt(host, 'sharepoint.us') || isAt(host, 'sharepoint.cn')) {
    const readable = decoded(path);
    const isFile = SHAREPOINT_FILE.test(readable) || (FILE_ENDING.test(readable) && !/\.aspx$/i.test(readable));
    if (!isFile || SHAREPOINT_PAGE.test(readable)) return null;
    return /-my\./.test(host) ? 'OneDrive' : 'SharePoint';
  }
  if (host === '1drv.ms' || host === 'onedrive.live.com') return path.length > 1 || query !== '' ? 'OneDrive' : null;
  if ((host === 'drive.google.com' || host === 'docs.google.com') && GOOGLE_FILE.test(path)) return 'Google Drive';
  return null;
}

/** The name a file has in its address, when it has one there. */
function fileNameIn({ path, query }: WebAddress): string | null {
  const named = parameter(query, 'file');
  if (named !== null && named !== '') return named;
  const last = decoded(path.slice(path.lastIndexOf('/') + 1));
  return FILE_ENDING.test(last) && !/\.aspx$/i.test(last) ? last : null;
}

/** Mail protection rewrites pasted links: the true address is one of its parameters. */
function unwrapped(link: string): string {
  const address = parted(link);
  return address !== null && isAt(address.host, 'safelinks.protection.outlook.com') ? (parameter(address.query, 'url') ?? link) : link;
}

/** A link to a file on OneDrive, SharePoint or Google Drive as the attachment it stands for; null for every other link. */
export function cloudFile(link: string): Attachment | null {
  const address = parted(unwrapped(link));
  if (address === null) return null;
  const provider = providerOf(address);
  if (provider === null) return null;
  return { id: `link:${link}`, name: fileNameIn(address) ?? `${provider} link`, size: null, kind: 'link', inline: false };
}
