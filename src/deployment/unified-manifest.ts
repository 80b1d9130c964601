import type { ManifestChoices } from './choices';
import { MANIFEST_LANGUAGE, MANIFEST_WORDS, SHORT_DESCRIPTION } from './languages';
import type { ManifestWords } from './languages';

/** A file of the unified package: the manifest itself, or the words of one more language. */
export interface UnifiedFile {
  readonly name: string;
  readonly content: object;
}

const ICON_SIZES = [16, 32, 80] as const;

const mailbox = (minVersion: string): object => ({ capabilities: [{ name: 'Mailbox', minVersion }], formFactors: ['desktop'] });

/** The events, by the names the unified manifest has for them, and the functions that answer them. */
const EVENTS = [
  ['messageSending', 'onMessageSend', true],
  ['appointmentSending', 'onAppointmentSend', true],
  ['messageAttachmentsChanged', 'onMessageAttachmentsChanged', false],
  ['appointmentAttachmentsChanged', 'onAppointmentAttachmentsChanged', false],
] as const;

/** The two places a button stands: where, and the ids that dialogs and fixes refer to. */
const SURFACES = [
  { context: 'mailCompose', group: 'heedMessageGroup', control: 'heedMessagePane', action: 'openMessagePane' },
  { context: 'meetingDetailsOrganizer', group: 'heedAppointmentGroup', control: 'heedAppointmentPane', action: 'openAppointmentPane' },
] as const;

function ribbon(surface: (typeof SURFACES)[number], { host, name }: ManifestChoices, words: ManifestWords): object {
  return {
    requirements: { ...mailbox('1.14'), scopes: ['mail'] },
    contexts: [surface.context],
    tabs: [
      {
        builtInTabId: 'TabDefault',
        groups: [
          {
            id: surface.group,
            label: name,
            controls: [
              {
                id: surface.control,
                type: 'button',
                label: words.button,
                icons: ICON_SIZES.map((size) => ({ size, url: `${host}/assets/icon-${size}.png` })),
                supertip: { title: words.button, description: words.tip },
                actionId: surface.action,
              },
            ],
          },
        ],
      },
    ],
  };
}

/** The words of one more language, by the paths they stand at in the manifest. */
function localised(words: ManifestWords): object {
  const paths: { [path: string]: string } = { 'description.full': words.description };
  SURFACES.forEach((_surface, index) => {
    const control = `extensions[0].ribbons[${index}].tabs[0].groups[0].controls[0]`;
    paths[`${control}.label`] = words.button;
    paths[`${control}.supertip.title`] = words.button;
    paths[`${control}.supertip.description`] = words.tip;
  });
  return { $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.17/MicrosoftTeams.Localization.schema.json', ...paths };
}

/** The unified manifest has three parts: a fourth counts on in the third, so that it rises too. */
function threeParts(version: string): string {
  const [major = 0, minor = 0, patch = 0, revision = 0] = version.split('.').map(Number);
  return `${major}.${minor}.${patch + revision}`;
}

/**
 * The same add-in as a unified manifest, `manifest.json` first. It runs neither on a Mac nor on phones, so it is offered
 * beside the XML one and never in its place. The package it is uploaded in holds the two pictures it names.
 */
export function unifiedManifest(choices: ManifestChoices): readonly UnifiedFile[] {
  const { host, id, version, name, provider, support, sendMode, languages } = choices;
  const words = MANIFEST_WORDS[MANIFEST_LANGUAGE] as ManifestWords;
  const manifest = {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.17/MicrosoftTeams.schema.json',
    manifestVersion: '1.17',
    version: threeParts(version),
    id,
    localizationInfo: {
      defaultLanguageTag: MANIFEST_LANGUAGE.toLowerCase(),
      ...(languages.length === 0 ? {} : { additionalLanguages: languages.map((language) => ({ languageTag: language.toLowerCase(), file: `${language.toLowerCase()}.json` })) }),
    },
    developer: { name: provider, websiteUrl: support, privacyUrl: support, termsOfUseUrl: support },
    name: { short: name, full: name },
    description: { short: SHORT_DESCRIPTION, full: words.description },
    icons: { outline: 'outline.png', color: 'color.png' },
    accentColor: '#0B5A5F',
    validDomains: [new URL(host).host],
    authorization: {
      permissions: {
        resourceSpecific: [
          { name: 'MailboxItem.ReadWrite.User', type: 'Delegated' },
          { name: 'Mailbox.AccessSharedFolders.User', type: 'Delegated' },
        ],
      },
    },
    extensions: [
      {
        requirements: { capabilities: [{ name: 'Mailbox', minVersion: '1.5' }], scopes: ['mail'] },
        runtimes: [
          {
            requirements: mailbox('1.14'),
            id: 'event',
            type: 'general',
            code: { page: `${host}/launchevent.html`, script: `${host}/launchevent.js` },
            lifetime: 'short',
            actions: EVENTS.map(([, handler]) => ({ id: handler, type: 'executeFunction', displayName: handler })),
          },
          {
            requirements: mailbox('1.14'),
            id: 'pane',
            type: 'general',
            code: { page: `${host}/taskpane.html` },
            lifetime: 'short',
            actions: SURFACES.map(({ action }) => ({ id: action, type: 'openPage', displayName: action, view: action })),
          },
        ],
        ribbons: SURFACES.map((surface) => ribbon(surface, choices, words)),
        autoRunEvents: [
          {
            requirements: { ...mailbox('1.14'), scopes: ['mail'] },
            events: EVENTS.map(([type, actionId, isSend]) => ({ type, actionId, ...(isSend ? { options: { sendMode: sendMode === 'block' ? 'block' : 'softBlock' } } : {}) })),
          },
        ],
      },
    ],
  };
  return [
    { name: 'manifest.json', content: manifest },
    ...languages.map((language) => ({ name: `${language.toLowerCase()}.json`, content: localised(MANIFEST_WORDS[language] as ManifestWords) })),
  ];
}
