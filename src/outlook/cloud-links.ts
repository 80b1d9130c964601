import type { Attachment } from '../domain';
import { isHostAt, parameterOf, readableAddress, webAddress } from '../text';
import type { WebAddress } from '../text';

/** SharePoint and OneDrive for work: a sharing link (`/:x:/…`), a document's page, or a file in a library. */
const SHAREPOINT_FILE = /\/:[a-z]:\/|\/_layouts\/15\/(?:doc|wopiframe|guestaccess|download|onedrive|stream)[^/]*\.aspx|\/documents?\/|\/shared documents\//i;
const SHAREPOINT_PAGE = /\/sitepages\/|\/lists\//i;
const FILE_ENDING = /\.[a-z0-9]{2,5}$/i;
const GOOGLE_FILE = /^\/(?:a\/[^/]+\/)?(?:(?:document|spreadsheets|presentation)\/(?:u\/\d+\/)?d\/|file\/(?:u\/\d+\/)?d\/|drive\/(?:u\/\d+\/)?folders\/|open$|uc$)/;

function providerOf({ host, path, query }: WebAddress): string | null {
  if (isHostAt(host, 'sharepoint.com') || isHostAt(host, 'sharepoint.us') || isHostAt(host, 'sharepoint.cn')) {
    const readable = readableAddress(path);
    const isFile = SHAREPOINT_FILE.test(readable) || (FILE_ENDING.test(readable) && !/\.aspx$/i.test(readable));
    if (!isFile || SHAREPOINT_PAGE.test(readable)) return null;
    return /-my\./.test(host) ? 'OneDrive' : 'SharePoint';
  }
  if (host === '1drv.ms' || host === 'onedrive.live.com') return path.length > 1 || query !== '' ? 'OneDrive' : null;
  if ((host === 'drive.google.com' || host === 'docs.google.com') && GOOGLE_FILE.test(path)) return 'Google Drive';
  return null;
}

/** The name a file has in its address, when it has one there. */
function fileNameIn(address: WebAddress): string | null {
  const named = parameterOf(address, 'file');
  if (named !== null && named !== '') return named;
  const last = readableAddress(address.path.slice(address.path.lastIndexOf('/') + 1));
  return FILE_ENDING.test(last) && !/\.aspx$/i.test(last) ? last : null;
}

/** A link to a file on OneDrive, SharePoint or Google Drive as the attachment it stands for; null for every other link. */
export function cloudFile(link: string): Attachment | null {
  const address = webAddress(link);
  if (address === null) return null;
  const provider = providerOf(address);
  if (provider === null) return null;
  return { id: `link:${link}`, name: fileNameIn(address) ?? `${provider} link`, size: null, kind: 'link', inline: false };
}
