/** The one tag with which production pages load the library from its public address. */
const TAG = /<script\b([^>]*?)\ssrc\s*=\s*(["'])https:\/\/appsforoffice\.microsoft\.com\/lib\/[^"']*?\/office(?:\.debug)?\.js\2([^>]*)>\s*<\/script>/i;

/**
 * Points the one CDN tag of a page at the npm library on this machine, with the stand-in before and the frame script
 * behind it. Everything else in the page stays as it was built. A page without the tag is answered unchanged.
 */
export function withLocalOffice(html: string, base: string): string {
  return html.replace(TAG, (_whole, before: string, _quote: string, after: string) => {
    // Order matters here, and deferred or asynchronous scripts have none.
    const kept = `${before}${after}`.replace(/\s(?:async|defer)(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?/gi, '');
    return [
      `<script src="${base}MicrosoftAjax.js"></script>`,
      `<script${kept} src="${base}office.js"></script>`,
      `<script src="${base}shape-client.js"></script>`,
    ].join('');
  });
}

/** Keeps the CDN tag, for people with internet, and adds the frame script behind it. */
export function withFrameScript(html: string, base: string): string {
  return html.replace(TAG, (whole) => `${whole}<script src="${base}shape-client.js"></script>`);
}
