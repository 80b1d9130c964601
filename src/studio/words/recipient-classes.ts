const CLASSES: { readonly [name: string]: string } = { inside: 'colleagues only', partner: 'partners', pupil: 'pupils', outside: 'outside', personal: 'personal mailboxes', unknown: 'no address' };

/** What a class of recipients is called: the least trusted among those of an email. */
export function classWords(name: string): string {
  return CLASSES[name] ?? name;
}
