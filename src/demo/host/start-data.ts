import type { ComposeItem } from '../compose/item';
import type { Mailbox } from '../compose/types';
import type { AddinManifest } from '../manifest/read-manifest';
import type { Client } from './clients';
import type { RuntimeStart } from './runtime';

/** Item types on the wire: the compose forms of a message and an appointment. */
const ITEM_TYPES = { message: 4, appointment: 5 } as const;

/** Permission levels as the host numbers them; restricted is left out. */
const PERMISSIONS: Readonly<Record<AddinManifest['permission'], number | undefined>> = {
  Restricted: undefined,
  ReadItem: 1,
  ReadWriteMailbox: 2,
  ReadWriteItem: 3,
};

/** Numbers the library knows the applications by. */
export const APP_NUMBERS = { page: 64, script: 8 } as const;

/** What the library asks for before the add-in runs: the application, then the item. */
export function startData(
  client: Client,
  manifest: AddinManifest,
  mailbox: Mailbox,
  item: ComposeItem | null,
  runtimeId: string,
  docUrl: string,
): RuntimeStart {
  return {
    appContext: {
      _id: runtimeId,
      _appName: APP_NUMBERS.page,
      _appVersion: '16',
      _appMinorVersion: 1,
      _appUILocale: mailbox.locale,
      _dataLocale: mailbox.locale,
      _docUrl: docUrl,
      _clientMode: 0,
      _settings: mailbox.roamingSettings,
      _reason: 1,
      _osfControlType: 1,
      _eToken: '',
      _correlationId: '',
      _appInstanceId: runtimeId,
      _touchEnabled: false,
      _commerceAllowed: true,
      _requirementMatrix: JSON.stringify({ Mailbox: client.requirementSet }),
      _hostCustomMessage: '',
      _hostFullVersion: client.hostVersion,
      _clientWindowHeight: 0,
      _clientWindowWidth: 0,
      _addinName: manifest.name,
      _appDomains: [],
      _dialogRequirementMatrix: '{}',
      _featureGates: {},
      _initialDisplayMode: 0,
    },
    initialData: item === null ? null : initialData(client, manifest, mailbox, item),
  };
}

function initialData(client: Client, manifest: AddinManifest, mailbox: Mailbox, item: ComposeItem): Readonly<Record<string, unknown>> {
  const { state } = item;
  return {
    itemType: ITEM_TYPES[state.kind],
    itemNumber: item.number,
    permissionLevel: PERMISSIONS[manifest.permission],
    hostVersion: client.hostVersion,
    owaView: 'ThreeColumns',
    userDisplayName: mailbox.owner.name,
    userEmailAddress: mailbox.owner.address,
    userProfileType: mailbox.accountType,
    userTimeZone: mailbox.timeZone,
    timeZoneOffsets: null,
    ewsUrl: '',
    restUrl: '',
    isRestIdSupported: true,
    conversationId: state.conversationId,
    seriesId: null,
    isFromSharedFolder: state.isFromSharedFolder,
    inReplyTo: state.inReplyTo,
    extensionId: manifest.id,
    endNodeUrl: '',
    openWindowOpen: false,
    nativeFlights: {},
  };
}
