import { Link } from '@fluentui/react';
import type { ReactElement } from 'react';

/** Only a web page over https is linked: a pack is data, and data may say anything. */
export function safeLink(url: string | null): string | null {
  return url !== null && /^https:\/\/[^\s"<>]+$/i.test(url) ? url : null;
}

/** A link to a page in the browser, high enough for a finger. `url` has passed `safeLink`. */
export function PageLink({ url, size = 14, children }: { readonly url: string; readonly size?: number; readonly children: string }): ReactElement {
  return (
    <Link href={url} target="_blank" rel="noopener noreferrer" styles={{ root: { display: 'inline-block', minHeight: 24, fontSize: size, textAlign: 'left' } }} underline>
      {children}
    </Link>
  );
}
