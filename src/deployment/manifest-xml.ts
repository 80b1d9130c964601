import type { EarlierManifest, ManifestChoices } from './choices';
import { MANIFEST_LANGUAGE, MANIFEST_WORDS } from './languages';
import type { ManifestWords } from './languages';

/** The origin that stands in the project's own manifest.xml, from which every tenant's is made. */
export const PLACEHOLDER_ORIGIN = 'https://heed.example.org';

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Puts one thing in the place of another that must be there as often as it is said. */
function put(xml: string, pattern: RegExp, replacement: string, times: number): string {
  let found = 0;
  const changed = xml.replace(pattern, () => {
    found += 1;
    return replacement;
  });
  if (found !== times) throw new Error(`manifest.xml has ${pattern.source} ${found} times, not ${times}: the template was changed.`);
  return changed;
}

/** An element with a value of its own and one for each other language. */
function worded(name: string, attributes: string, overrideName: string, value: string, languages: readonly string[], word: (words: ManifestWords) => string | null): string {
  const overrides = languages.flatMap((language) => {
    const said = word(MANIFEST_WORDS[language] as ManifestWords);
    return said === null ? [] : [`<${overrideName} Locale="${language}" Value="${escaped(said)}"/>`];
  });
  const start = `<${name}${attributes} DefaultValue="${escaped(value)}"`;
  return overrides.length === 0 ? `${start}/>` : `${start}>${overrides.join('')}</${name}>`;
}

/** This tenant's manifest, from the text of the project's own. */
export function manifestXml(template: string, choices: ManifestChoices): string {
  const english = MANIFEST_WORDS[MANIFEST_LANGUAGE] as ManifestWords;
  const text = (id: string, value: string, word: (words: ManifestWords) => string | null): string =>
    worded('bt:String', ` id="${id}"`, 'bt:Override', value, choices.languages, word);
  let xml = template.replace(/^<!--.*-->\r?\n/m, '');
  xml = put(xml, /<Id>[^<]*<\/Id>/g, `<Id>${choices.id}</Id>`, 1);
  xml = put(xml, /<Version>[^<]*<\/Version>/g, `<Version>${choices.version}</Version>`, 1);
  xml = put(xml, /<ProviderName>[^<]*<\/ProviderName>/g, `<ProviderName>${escaped(choices.provider)}</ProviderName>`, 1);
  xml = put(xml, /<DisplayName [^>]*\/>/g, `<DisplayName DefaultValue="${escaped(choices.name)}"/>`, 1);
  xml = put(xml, /<Description DefaultValue=[^>]*\/>/g, worded('Description', '', 'Override', english.description, choices.languages, ({ description }) => description), 1);
  xml = put(xml, /<SupportUrl [^>]*\/>/g, `<SupportUrl DefaultValue="${escaped(choices.support)}"/>`, 1);
  xml = put(xml, /SendMode="[^"]*"/g, `SendMode="${choices.sendMode === 'block' ? 'Block' : 'SoftBlock'}"`, 2);
  xml = put(xml, /<bt:String id="Name" [^>]*\/>/g, text('Name', choices.name, () => null), 1);
  xml = put(xml, /<bt:String id="Pane\.Label" [^>]*\/>/g, text('Pane.Label', english.button, ({ button }) => button), 1);
  xml = put(xml, /<bt:String id="Pane\.Tip" [^>]*\/>/g, text('Pane.Tip', english.tip, ({ tip }) => tip), 1);
  return xml.split(PLACEHOLDER_ORIGIN).join(choices.host);
}

/** What a manifest that is there already says of itself; null when it is no manifest of ours. */
export function earlierManifest(text: string): EarlierManifest | null {
  const id = /<Id>\s*([0-9a-fA-F-]{36})\s*<\/Id>/.exec(text)?.[1];
  const version = /<Version>\s*([\d.]+)\s*<\/Version>/.exec(text)?.[1];
  return id === undefined || version === undefined || !text.includes('OnMessageSend') ? null : { id: id.toLowerCase(), version };
}
