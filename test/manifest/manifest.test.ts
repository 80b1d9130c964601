import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { child, descendants, readXml } from '../../src/demo/manifest/xml';
import type { XmlElement } from '../../src/demo/manifest/xml';
import { PANE_COMMANDS } from '../../src/outlook';
import { builtFolder } from '../built';

const root = path.resolve(__dirname, '..', '..');
const source = fs.readFileSync(path.join(root, 'manifest.xml'), 'utf8');

function read(text: string): XmlElement {
  const manifest = readXml(text);
  if ('problem' in manifest) throw new Error(manifest.problem);
  return manifest;
}

const manifest = read(source);
const outer = child(manifest, 'VersionOverrides');
const inner = child(outer, 'VersionOverrides');
const host = child(child(inner, 'Hosts'), 'Host');
const factor = child(host, 'DesktopFormFactor');
const resources = child(inner, 'Resources');

const names = (element: XmlElement | null): readonly string[] => (element?.children ?? []).map(({ name }) => name);

/** True when the names come in the order of the list; some may be missing. */
function isInOrder(found: readonly string[], order: readonly string[]): boolean {
  const places = found.map((name) => order.indexOf(name));
  return places.every((place, index) => place >= 0 && (index === 0 || place >= (places[index - 1] as number)));
}

/** Microsoft's orders (manifest element ordering): out of order, a manifest is refused or half of it ignored. */
const ORDERS: readonly (readonly [name: string, element: XmlElement | null, order: string])[] = [
  ['OfficeApp', manifest, 'Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements FormSettings Permissions Rule DisableEntityHighlighting VersionOverrides'],
  ['the outer overrides', outer, 'VersionOverrides'],
  ['the inner overrides', inner, 'Description Requirements Hosts Resources WebApplicationInfo EquivalentAddins ConnectedServiceControls ExtendedPermissions'],
  ['MailHost', host, 'Runtimes DesktopFormFactor MobileFormFactor'],
  ['DesktopFormFactor', factor, 'SupportsSharedFolders FunctionFile ExtensionPoint'],
  ['Resources', resources, 'Images Urls ShortStrings LongStrings'],
  ...descendants(factor, 'Control').map((control) => ['Control', control, 'Label Supertip Icon Action'] as const),
  ...descendants(factor, 'Group').map((group) => ['Group', group, 'Label Control'] as const),
  ...descendants(factor, 'ExtensionPoint').map((point) => ['ExtensionPoint', point, 'OfficeTab CustomTab LaunchEvents SourceLocation'] as const),
];

test.each(ORDERS.map(([name, element, order]) => [name, element, order] as const))('%s has its parts in order', (_name, element, order) => {
  expect(element).not.toBeNull();
  expect(names(element).length).toBeGreaterThan(0);
  expect(isInOrder(names(element), order.split(' '))).toBe(true);
});

test('an order that is broken is seen', () => {
  expect(isInOrder(['DesktopFormFactor', 'Runtimes'], ['Runtimes', 'DesktopFormFactor'])).toBe(false);
  expect(isInOrder(['Surprise'], ['Runtimes'])).toBe(false);
});

interface Resource {
  readonly group: string;
  readonly value: string;
}

const known = new Map<string, Resource>();
for (const group of resources?.children ?? []) {
  for (const { attributes } of group.children) known.set(attributes['id'] ?? '', { group: group.name, value: attributes['DefaultValue'] ?? '' });
}

/** Where each reference to a resource leads, by the element that makes it. */
function groupFor(element: XmlElement): string {
  if (element.name === 'Image') return 'Images';
  if (element.name === 'Label' || element.name === 'Title') return 'ShortStrings';
  if (element.name === 'Description') return 'LongStrings';
  return 'Urls';
}

const all = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(all)];

test('every resource that is named is there, of the right kind; every one that is there is named', () => {
  const named = all(inner as XmlElement).filter(({ attributes }) => attributes['resid'] !== undefined);
  expect(named.length).toBeGreaterThan(10);
  for (const element of named) expect(`${element.attributes['resid']} ${known.get(element.attributes['resid'] ?? '')?.group}`).toBe(`${element.attributes['resid']} ${groupFor(element)}`);
  const used = new Set(named.map(({ attributes }) => attributes['resid']));
  expect([...known.keys()].filter((id) => !used.has(id))).toEqual([]);
});

test('resource ids and texts keep to their lengths', () => {
  for (const [id, { group, value }] of known) {
    expect(id.length).toBeLessThanOrEqual(32);
    expect(value.length).toBeGreaterThan(0);
    expect(value.length).toBeLessThanOrEqual(group === 'ShortStrings' ? 125 : group === 'LongStrings' ? 250 : 2048);
  }
  expect(child(manifest, 'DisplayName')?.attributes['DefaultValue']?.length).toBeLessThanOrEqual(125);
  expect(child(manifest, 'Description')?.attributes['DefaultValue']?.length).toBeLessThanOrEqual(250);
  expect(child(manifest, 'Id')?.text).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(child(manifest, 'Version')?.text).toMatch(/^\d{1,5}(?:\.\d{1,5}){2,3}$/);
  expect(Buffer.byteLength(source)).toBeLessThan(256 * 1024);
});

test('https only, and one origin', () => {
  const addresses = all(manifest).flatMap(({ attributes }) => Object.values(attributes)).filter((value) => /^[a-z]+:\/\//i.test(value) && !/^http:\/\/(?:schemas\.microsoft\.com|www\.w3\.org)\//.test(value));
  expect(addresses.length).toBeGreaterThan(8);
  expect([...new Set(addresses.map((address) => new URL(address).origin))]).toEqual(['https://heed.example.org']);
});

test('asks for no more than it needs, from the set that has what a dialog needs', () => {
  expect(child(manifest, 'Permissions')?.text).toBe('ReadWriteItem');
  const sets = child(child(inner, 'Requirements'), 'Sets');
  expect(sets?.attributes['DefaultMinVersion']).toBe('1.14');
  expect(child(factor, 'SupportsSharedFolders')?.text).toBe('true');
});

describe('events', () => {
  const events = descendants(factor, 'LaunchEvent').map(({ attributes }) => attributes);

  test('both sends, stopped softly: a warning loosens it, and a client without the add-in still sends', () => {
    const sends = events.filter((event) => /Send$/.test(event['Type'] ?? ''));
    expect(sends).toEqual([
      { Type: 'OnMessageSend', FunctionName: 'onMessageSend', SendMode: 'SoftBlock' },
      { Type: 'OnAppointmentSend', FunctionName: 'onAppointmentSend', SendMode: 'SoftBlock' },
    ]);
  });

  test('each event is one that Outlook has, once', () => {
    const types = events.map((event) => event['Type'] ?? '');
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(['OnMessageSend', 'OnAppointmentSend', 'OnMessageAttachmentsChanged', 'OnAppointmentAttachmentsChanged']).toContain(type);
  });

  test('the events’ page is the runtime’s, and the runtime has one script', () => {
    const runtimes = descendants(host, 'Runtime');
    expect(runtimes).toHaveLength(1);
    const point = descendants(factor, 'ExtensionPoint').find(({ attributes }) => attributes['type'] === 'LaunchEvent') ?? null;
    expect(child(point, 'SourceLocation')?.attributes['resid']).toBe(runtimes[0]?.attributes['resid']);
    expect(descendants(runtimes[0] ?? null, 'Override').map(({ attributes }) => attributes['type'])).toEqual(['javascript']);
  });

  test('each names a function that the built file has a handler for, and the other way round', () => {
    const associated: string[] = [];
    const code = fs.readFileSync(path.join(builtFolder(), 'launchevent.js'), 'utf8');
    vm.runInNewContext(code, { Office: { actions: { associate: (name: string) => associated.push(name) } }, setTimeout, clearTimeout });
    expect(associated.sort()).toEqual(events.map((event) => event['FunctionName']).sort());
  }, 240_000);
});

test('the dialog’s button opens a control that is there, for each kind of draft', () => {
  const controls = Object.fromEntries(
    descendants(factor, 'ExtensionPoint').flatMap((point) => descendants(point, 'Control').map((control) => [control.attributes['id'], `${point.attributes['type']} ${child(control, 'Action')?.attributes['type']}`])),
  );
  expect(controls).toEqual({
    [PANE_COMMANDS.message]: 'MessageComposeCommandSurface ShowTaskpane',
    [PANE_COMMANDS.appointment]: 'AppointmentOrganizerCommandSurface ShowTaskpane',
  });
});

/** Width and height of a PNG, from its header. */
function sizeOfPng(file: string): string {
  const bytes = fs.readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return `${bytes.readUInt32BE(16)}×${bytes.readUInt32BE(20)}`;
}

describe('pictures', () => {
  const fileOf = (address: string): string => path.join(root, new URL(address).pathname);

  test('each is there, of the size it is named for', () => {
    const images = descendants(factor, 'Image');
    expect([...new Set(images.map(({ attributes }) => attributes['size']))]).toEqual(expect.arrayContaining(['16', '32', '80']));
    for (const { attributes } of images) {
      expect(sizeOfPng(fileOf(known.get(attributes['resid'] ?? '')?.value ?? ''))).toBe(`${attributes['size']}×${attributes['size']}`);
    }
  });

  test('those of the lists of add-ins, too', () => {
    expect(sizeOfPng(fileOf(child(manifest, 'IconUrl')?.attributes['DefaultValue'] ?? ''))).toBe('64×64');
    expect(sizeOfPng(fileOf(child(manifest, 'HighResolutionIconUrl')?.attributes['DefaultValue'] ?? ''))).toBe('128×128');
  });

  test('the note in the compose window names one of them', () => {
    expect(known.get('Icon.16')?.group).toBe('Images');
    expect(fs.readFileSync(path.join(root, 'src', 'outlook', 'note.ts'), 'utf8')).toContain("'Icon.16'");
  });
});

describe('as built', () => {
  test('every address is at the origin it was built for, and leads to a file', () => {
    const text = fs.readFileSync(path.join(builtFolder(), 'manifest.xml'), 'utf8');
    expect(text).not.toContain('heed.example.org/');
    const addresses = all(read(text)).flatMap(({ attributes }) => Object.values(attributes)).filter((value) => value.startsWith('https://'));
    for (const address of addresses) expect(fs.existsSync(path.join(builtFolder(), new URL(address).pathname))).toBe(true);
  }, 240_000);

  test('pages take the library from Microsoft, before our script', () => {
    for (const page of ['launchevent.html', 'taskpane.html']) {
      const scripts = [...fs.readFileSync(path.join(builtFolder(), page), 'utf8').matchAll(/<script src="([^"]+)"/g)].map((match) => match[1]);
      const ours = page === 'taskpane.html' ? ['site.js', expect.stringMatching(/^taskpane\.[0-9a-f]{16}\.js$/)] : ['readers.js', 'launchevent.js'];
      expect(scripts).toEqual(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js', ...ours]);
    }
  });
});

test('Microsoft’s own tools read it, and convert it to a unified manifest that is valid by its schema', () => {
  const said = execFileSync(process.execPath, [path.join(__dirname, 'convert.cjs'), path.join(root, 'manifest.xml')], { encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual({ name: 'Heed', permissions: 'ReadWriteItem', isValid: true, errors: [], sendModes: ['softBlock', 'softBlock'] });
}, 60_000);
