import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SERVED, earlierManifest, manifestXml, readChoices, unifiedManifest } from '../../src/deployment';
import type { EarlierManifest, ManifestChoices, TypedChoices } from '../../src/deployment';
import { readManifest } from '../../src/demo/manifest/read-manifest';

const root = path.resolve(__dirname, '..', '..');
const template = fs.readFileSync(path.join(root, 'manifest.xml'), 'utf8');
const HOST = 'https://heed.laat.example';

function chosen(typed: TypedChoices = {}, earlier: EarlierManifest | null = null): ManifestChoices {
  const { choices, problems } = readChoices({ host: HOST, ...typed }, '0.1.0', earlier);
  expect(problems).toEqual([]);
  return choices as ManifestChoices;
}

describe('what cannot be chosen is refused in a sentence with a remedy', () => {
  const cases: readonly (readonly [TypedChoices, string])[] = [
    [{ host: '' }, 'host: The host is missing. Write the address where the add-in is served, such as https://heed.school.example.'],
    [{ host: 'heed.laat.example/x' }, 'host: “heed.laat.example/x” does not say https. Write https://heed.laat.example.'],
    [{ host: 'http://heed.laat.example' }, 'host: “http://heed.laat.example” is not https. Outlook loads add-ins over https only: get a certificate for the host and write https://heed.laat.example.'],
    [{ host: 'http://localhost:8443' }, 'host: “http://localhost:8443” is not https. Outlook loads add-ins over https only: get a certificate for the host and write https://localhost:8443.'],
    [{ host: 'https://laat.example/heed' }, 'host: “https://laat.example/heed” has a path. Heed needs a host of its own, because Outlook for Windows looks for /.well-known at its root: give it one, such as https://heed.school.example.'],
    [{ host: 'https://heed.laat.example:8443' }, 'host: “https://heed.laat.example:8443” has a port. Firewalls in schools let 443 through: serve it there and write https://heed.laat.example.'],
    [{ host: 'https://10.0.0.7' }, 'host: “https://10.0.0.7” is a number, not a name. Outlook needs a host name that a certificate can be issued for.'],
    [{ host: 'https://intranet' }, 'host: “https://intranet” is not a full host name. Write it with its domain, such as https://heed.school.example.'],
    [{ host: 'https://he_ed.laat.example' }, 'host: “https://he_ed.laat.example” is not a full host name. Write it with its domain, such as https://heed.school.example.'],
    [{ host: 'https://a@heed.laat.example' }, 'host: “https://a@heed.laat.example” has a name or password in it. Write the host alone.'],
    [{ host: 'https://heed.laat.example/?a=1' }, 'host: “https://heed.laat.example/?a=1” has something behind the host. Write https://heed.laat.example alone.'],
    [{ host: 'https://heed .laat.example' }, 'host: “https://heed .laat.example” has a space in it. Write one address, such as https://heed.school.example.'],
    [{ name: ' ' }, 'name: The name is empty. Write at least one letter, or leave it out.'],
    [{ name: 'x'.repeat(31) }, 'name: The name has 31 characters; Outlook takes 30. Shorten it by 1.'],
    [{ name: 'He\ned' }, 'name: The name has a character that cannot stand in a manifest, such as a line break. Type it again as plain text.'],
    [{ name: 'Heed\ud800' }, 'name: The name has a character that cannot stand in a manifest, such as a line break. Type it again as plain text.'],
    [{ provider: 'x'.repeat(40) }, 'provider: The provider has 40 characters; Outlook takes 32. Shorten it by 8.'],
    [{ support: 'http://it.laat.example' }, 'support: “http://it.laat.example” is not an https address. Write the page where staff find help, such as https://it.school.example/help.'],
    [{ sendMode: 'hard' }, 'send-mode: “hard” is not a send mode. Choose soft (an email still goes when Heed cannot be reached) or block (it does not).'],
    [{ languages: 'cy-GB, fr-FR' }, 'languages: Heed has no words in “fr-FR”. It has en-GB, cy-GB, pl-PL.'],
    [{ id: '5d0c7e7a' }, 'id: “5d0c7e7a” is not an id. Copy the Id of the manifest you have, such as 5d0c7e7a-3f0e-4c52-9a0b-6b6f0d4f8e21, or leave it out.'],
    [{ version: '1.02.0' }, 'version: “1.02.0” is not a version. Write three or four numbers of at most five digits, without leading zeros, such as 1.0.0.0.'],
    [{ version: '1.0.123456' }, 'version: “1.0.123456” is not a version. Write three or four numbers of at most five digits, without leading zeros, such as 1.0.0.0.'],
  ];
  test.each(cases)('%j', (typed, sentence) => {
    const { choices, problems } = readChoices({ host: HOST, ...typed }, '0.1.0', null);
    expect(choices).toBeNull();
    expect(problems.map(({ choice, message }) => `${choice}: ${message}`)).toEqual([sentence]);
  });

  test('every problem is said at once', () => {
    expect(readChoices({ host: 'x', name: '', sendMode: '?' }, '0.1.0', null).problems.map(({ choice }) => choice)).toEqual(['host', 'name', 'send-mode']);
  });
});

describe('the id and the version', () => {
  test('a host has the same id each time, and another host another', () => {
    expect(chosen().id).toBe(chosen().id);
    expect(chosen().id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(chosen({ host: 'https://heed.teal.example' }).id).not.toBe(chosen().id);
    expect(chosen({ host: 'HTTPS://HEED.LAAT.EXAMPLE/' }).id).toBe(chosen().id);
  });

  test('a manifest that is replaced keeps its id, also when the host moves', () => {
    const before = earlierManifest(manifestXml(template, chosen()));
    expect(chosen({ host: 'https://new.laat.example' }, before).id).toBe(chosen().id);
    expect(chosen({ id: '{5D0C7E7A-3F0E-4C52-9A0B-6B6F0D4F8E21}' }, before).id).toBe('5d0c7e7a-3f0e-4c52-9a0b-6b6f0d4f8e21');
  });

  test('the version rises, and never goes back', () => {
    const before = { id: chosen().id, version: '0.1.0.0' };
    expect(chosen().version).toBe('0.1.0.0');
    expect(chosen({}, before).version).toBe('0.1.0.1');
    expect(chosen({}, { ...before, version: '0.0.9.7' }).version).toBe('0.1.0.0');
    expect(chosen({}, { ...before, version: '2.0' }).version).toBe('2.0.0.1');
    expect(readChoices({ host: HOST, version: '0.1.0' }, '0.1.0', { ...before, version: '0.1.0.1' }).problems).toHaveLength(1);
  });

  test('another add-in’s manifest is not taken for ours', () => {
    expect(earlierManifest('<OfficeApp><Id>5d0c7e7a-3f0e-4c52-9a0b-6b6f0d4f8e21</Id><Version>1.0</Version></OfficeApp>')).toBeNull();
  });
});

test('names with marks of XML in them come out as they were typed', () => {
  const xml = manifestXml(template, chosen({ name: 'A & "B" <c> $&', support: 'https://it.laat.example/help?a=1&b=2' }));
  expect(readManifest(xml).problems).toEqual([]);
  expect(readManifest(xml).name).toBe('A & "B" <c> $&');
  expect(xml).not.toContain('heed.example.org');
  expect(xml).toContain('<SupportUrl DefaultValue="https://it.laat.example/help?a=1&amp;b=2"/>');
});

test('every address of its own is among those that --check asks for', () => {
  const addresses = [...manifestXml(template, chosen()).matchAll(/DefaultValue="(https:[^"]*)"/g)].map((match) => (match[1] as string).slice(HOST.length));
  expect(addresses.length).toBeGreaterThan(8);
  expect(addresses.filter((address) => !SERVED.some(({ path: served }) => served === address))).toEqual([]);
});

test('block is said for both sends', () => {
  expect(manifestXml(template, chosen({ sendMode: 'block' })).match(/SendMode="\w+"/g)).toEqual(['SendMode="Block"', 'SendMode="Block"']);
});

interface Converted {
  readonly [member: string]: unknown;
  readonly extensions: readonly { readonly runtimes: readonly Converted[]; readonly ribbons: readonly Converted[]; readonly autoRunEvents: readonly { readonly events: unknown }[] }[];
}

/** What the two must agree in: what it is, where its files are, what runs when, and the buttons. */
function meaning({ id, version, developer, name, authorization, extensions: [first] }: Converted): unknown {
  const actions = new Map<unknown, string>();
  const runtimes = first?.runtimes.map((runtime) => {
    const { code, type, lifetime } = runtime as { readonly [member: string]: unknown };
    const list = (runtime['actions'] as readonly { id: string; type: string }[]).map(({ id: action, type: kind }) => {
      actions.set(action, kind);
      return kind === 'openPage' ? kind : `${kind} ${action}`;
    });
    return { code, type, lifetime, actions: list };
  });
  const ribbons = first?.ribbons.map((ribbon) => {
    const text = JSON.stringify(ribbon['tabs'], (key, value: unknown) => (['overriddenByRibbonApi', 'enabled'].includes(key) ? undefined : key === 'actionId' ? actions.get(value) : value));
    return { contexts: ribbon['contexts'], tabs: JSON.parse(text) as unknown };
  });
  return { id, version, developer: (developer as { name: string }).name, name, authorization, runtimes, ribbons, events: first?.autoRunEvents[0]?.events };
}

test.each(['soft', 'block'])('the unified manifest says what Microsoft’s converter makes of the XML one, and is valid by their schema (%s)', (sendMode) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-deployment-'));
  try {
    const choices = chosen({ name: 'Heed for LAAT', provider: 'LAAT IT', sendMode, languages: 'cy-GB,pl-PL' });
    const files = unifiedManifest(choices);
    expect(files.map(({ name }) => name)).toEqual(['manifest.json', 'cy-gb.json', 'pl-pl.json']);
    fs.writeFileSync(path.join(folder, 'manifest.xml'), manifestXml(template, choices));
    for (const { name, content } of files) fs.writeFileSync(path.join(folder, name), JSON.stringify(content));
    const said = execFileSync(process.execPath, [path.join(__dirname, 'oracle.cjs'), path.join(folder, 'manifest.xml'), path.join(folder, 'manifest.json')], { encoding: 'utf8' });
    const { converted, isValid, errors } = JSON.parse(said) as { converted: Converted; isValid: boolean; errors: unknown };
    expect({ isValid, errors }).toEqual({ isValid: true, errors: [] });
    expect(meaning(files[0]?.content as Converted)).toEqual(meaning(converted));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}, 60_000);

test('the words of another language stand where the manifest has them', () => {
  const [manifest, welsh] = unifiedManifest(chosen({ languages: 'cy-GB' })).map(({ content }) => content as { [path: string]: unknown });
  for (const [place, words] of Object.entries(welsh ?? {})) {
    if (place === '$schema') continue;
    const steps = place.split(/[.[\]]+/).filter((step) => step !== '');
    const english = steps.reduce<unknown>((inside, step) => (inside as { [step: string]: unknown })[step], manifest);
    expect(typeof english).toBe('string');
    expect(words).not.toBe(english);
  }
});
