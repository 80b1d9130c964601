/**
 * Providers at whose domains anyone may have a mailbox, and that people in the United Kingdom use: the big ones, British
 * internet providers, and those of the countries that many families come from. Each is here on purpose:
 * providers that closed their mail (Orange, Tesco, Vodafone, Demon) are left out, since a domain that lapses may be bought;
 * so are those that sell mailboxes to businesses (btconnect.com), and companies' own domains (bt.com, sky.uk).
 */
const PROVIDERS: readonly (readonly [provider: string, domains: string])[] = [
  ['Gmail', 'gmail.com googlemail.com'],
  ['Outlook.com', 'outlook.com live.co.uk live.com msn.com windowslive.com outlook.ie outlook.fr outlook.es outlook.de'],
  ['Hotmail', 'hotmail.com hotmail.co.uk hotmail.fr hotmail.it hotmail.es'],
  ['Yahoo', 'yahoo.com yahoo.co.uk ymail.com rocketmail.com yahoo.ie yahoo.fr yahoo.de yahoo.es yahoo.it yahoo.co.in yahoo.in yahoo.ro'],
  ['iCloud', 'icloud.com me.com mac.com privaterelay.appleid.com'],
  ['AOL', 'aol.com aol.co.uk aim.com'],
  ['BT', 'btinternet.com btopenworld.com talk21.com'],
  ['Sky', 'sky.com'],
  ['Virgin Media', 'virginmedia.com virgin.net ntlworld.com blueyonder.co.uk'],
  ['TalkTalk', 'talktalk.net tiscali.co.uk lineone.net pipex.com dsl.pipex.com onetel.com'],
  ['Plusnet', 'plusnet.com *.plus.com madasafish.com *.force9.co.uk'],
  // Hull and the East Riding have a provider of their own.
  ['KCOM', 'karoo.co.uk'],
  ['Zen', 'zen.co.uk'],
  ['Manx Telecom', 'manx.net'],
  ['Eir', 'eircom.net'],
  ['GMX', 'gmx.com gmx.co.uk gmx.net gmx.de'],
  ['mail.com', 'mail.com email.com'],
  ['Proton', 'proton.me protonmail.com pm.me'],
  ['Tuta', 'tuta.com tuta.io tutanota.com tutamail.com'],
  ['Fastmail', 'fastmail.com fastmail.fm fastmail.co.uk'],
  ['Zoho', 'zohomail.com zohomail.eu'],
  ['HEY', 'hey.com'],
  ['Hushmail', 'hushmail.com'],
  ['DuckDuckGo', 'duck.com'],
  ['WP', 'wp.pl'],
  ['o2.pl', 'o2.pl'],
  ['Onet', 'onet.pl op.pl poczta.onet.pl'],
  ['Interia', 'interia.pl'],
  ['Yandex', 'yandex.com yandex.ru'],
  ['Mail.ru', 'mail.ru'],
  ['Ukr.net', 'ukr.net'],
  ['QQ', 'qq.com'],
  ['NetEase', '163.com 126.com'],
  ['Rediffmail', 'rediffmail.com'],
  ['Web.de', 'web.de'],
  ['Orange.fr', 'orange.fr'],
  ['Libero', 'libero.it'],
  ['Abv.bg', 'abv.bg'],
];

/** The domains of personal mailboxes; one that begins with `*.` stands for those below it. */
export const PERSONAL_DOMAINS: readonly string[] = PROVIDERS.reduce<string[]>((all, [, domains]) => all.concat(domains.split(' ')), []);

const PROVIDER_OF = new Map<string, string>();
for (const [provider, domains] of PROVIDERS) {
  for (const domain of domains.split(' ')) PROVIDER_OF.set(domain, provider);
}

/** The provider of personal mailboxes at a comparable domain; null when it is not known as one. */
export function providerAt(domain: string): string | null {
  const provider = PROVIDER_OF.get(domain) ?? PROVIDER_OF.get(`*${domain.slice(domain.indexOf('.'))}`);
  return provider ?? null;
}
