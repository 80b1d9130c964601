/** The few words that Outlook shows before any page of ours is open. */
export interface ManifestWords {
  readonly description: string;
  readonly button: string;
  readonly tip: string;
}

/** In the unified manifest a short description has at most 80 characters. */
export const SHORT_DESCRIPTION = 'The second look an email gets before it leaves.';

/** English is the pack's language and the manifest's own. Welsh and Polish have not been signed by a native speaker. */
export const MANIFEST_WORDS: { readonly [language: string]: ManifestWords } = {
  'en-GB': {
    description: 'The second look an email gets before it leaves: checks a draft against your own policy, on your own machine.',
    button: 'Check with Heed',
    tip: 'See what would be said of this draft when you send it, and put it right.',
  },
  'cy-GB': {
    description: 'Yr ail olwg ar e-bost cyn iddo adael: mae’n gwirio drafft yn erbyn eich polisi eich hun, ar eich peiriant eich hun.',
    button: 'Gwirio gyda Heed',
    tip: 'Gweld beth fyddai’n cael ei ddweud am y drafft hwn wrth ei anfon, a’i gywiro.',
  },
  'pl-PL': {
    description: 'Drugie spojrzenie na wiadomość, zanim wyjdzie: sprawdza szkic według zasad Twojej organizacji, na Twoim komputerze.',
    button: 'Sprawdź z Heed',
    tip: 'Zobacz, co zostałoby powiedziane o tym szkicu przy wysyłaniu, i popraw go.',
  },
};

export const MANIFEST_LANGUAGE = 'en-GB';
