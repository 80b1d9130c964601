import type { ElementRole } from './html';
import type { HtmlAttributes } from './html-tokens';

/** What mail programs name the elements around a quotation. `x_` and `ecx` stand before names that passed through Outlook. */
const PASSED_ON = /^(?:x_|ecx)+/;

const BY_ID: { readonly [id: string]: ElementRole } = {
  // Outlook on the web, new Outlook, Outlook for Android and iOS.
  divRplyFwdMsg: 'cut',
  appendonsend: 'append',
  // New Outlook for Mac, and newer Outlook for iOS.
  'mail-editor-reference-message-container': 'quote',
  'ms-outlook-mobile-body-separator-line': 'divider',
};

const BY_CLASS: { readonly [name: string]: ElementRole } = {
  gmail_quote: 'container',
  gmail_attr: 'attribution',
  'moz-cite-prefix': 'attribution',
  'moz-forward-container': 'quote',
  'ms-outlook-mobile-reference-message': 'quote',
  OutlookMessageHeader: 'cut',
  yahoo_quoted: 'quote',
};

/** Classic Outlook's line above the header block: grey since 2013, blue before, and the blue bar of its indented replies. */
const RULE_ABOVE = /border-top\s*:\s*solid\s+(?:#e1e1e1|#b5c4df)/i;
const BLUE_BAR = /border-left\s*:\s*solid\s+blue/i;
const BAR = /border-left(?:-style|-width)?\s*:/i;

/** What an element says about where quoted text begins and ends, by the marks that mail programs leave. */
export function quoteRole(name: string, attributes: HtmlAttributes): ElementRole | null {
  if (name === 'hr') return byName(BY_ID, attributes.get('id')) ?? 'divider';
  if (attributes.size === 0) return name === 'blockquote' ? 'indent' : null;

  const role = byName(BY_ID, attributes.get('id'));
  if (role !== null) return role;
  const style = attributes.get('style') ?? '';
  const type = attributes.get('type');
  if (name === 'blockquote') {
    if (type !== undefined && type.toLowerCase() === 'cite') return 'quote';
    if (/(?:^|[\s_])(?:gmail_quote|quote|cite)(?:$|\s)/i.test(attributes.get('class') ?? '')) return 'quote';
    return BAR.test(style) || attributes.has('cite') ? 'quote' : 'indent';
  }
  for (const one of (attributes.get('class') ?? '').split(/\s+/, 12)) {
    // Yahoo puts a random word before its class and id.
    if (/^ydp[0-9a-f]*yahoo_quoted$/.test(one)) return 'quote';
    const byClass = byName(BY_CLASS, one);
    if (byClass !== null) return byClass;
  }
  if (style !== '') {
    if (RULE_ABOVE.test(style)) return 'firm-divider';
    if (BLUE_BAR.test(style)) return 'quote';
  }
  return attributes.get('name') === 'quote' && name === 'div' ? 'quote' : null;
}

function byName(roles: { readonly [name: string]: ElementRole }, name: string | undefined): ElementRole | null {
  if (name === undefined || name === '') return null;
  const own = name.replace(PASSED_ON, '');
  return roles.hasOwnProperty(own) ? roles[own]! : null;
}
