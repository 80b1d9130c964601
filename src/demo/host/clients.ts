import { minorOf } from './api-sets';

/** A mail client as add-ins meet it. Names are ours: the simulator looks and sounds like no product. */
export interface Client {
  readonly id: ClientId;
  readonly name: string;
  /** How runtimes start: a browser frame with the page, or a bare engine with the script file alone. */
  readonly eventRuntime: 'page' | 'script';
  readonly hostName: string;
  readonly hostVersion: string;
  /** The newest Mailbox requirement set, such as `1.15`. */
  readonly requirementSet: string;
  /** Take Action is a button of its own, or the label of Don't Send. */
  readonly actionButton: 'own' | 'relabels';
  /** A field never answers more people than this. Assumption: recipient-cap. */
  readonly mostRecipients: number;
  /** After a slow check that allows, the client asks once more. Assumption: slow-then-allow. */
  readonly asksAfterSlowAllow: boolean;
  /** A later allow releases a mail whose dialog is open (office-js 6656). Assumption: second-answer. */
  readonly lateAllowReleases: boolean;
  /** The page of the event runtime stays for the next event. Assumption: runtime-life. */
  readonly keepsEventRuntime: boolean;
}

export type ClientId = 'browser' | 'new-desktop' | 'classic-desktop' | 'mac-desktop';

/** The sets a client can be switched to; below 1.12 there are no send events. */
export const REQUIREMENT_SETS: readonly string[] = ['1.16', '1.15', '1.14', '1.13', '1.12', '1.11', '1.9', '1.8', '1.5'];

/** Highest set per client and the build that is named for it, from the documentation's table of clients. */
const PROFILES: Readonly<Record<ClientId, Omit<Client, 'id' | 'mostRecipients' | 'actionButton' | 'requirementSet'>>> = {
  browser: {
    name: 'Browser',
    eventRuntime: 'page',
    hostName: 'OutlookWebApp',
    hostVersion: '20260814008.09',
    asksAfterSlowAllow: false,
    lateAllowReleases: false,
    keepsEventRuntime: false,
  },
  'new-desktop': {
    name: 'New desktop',
    eventRuntime: 'page',
    hostName: 'newOutlookWindows',
    hostVersion: '20260814008.09',
    asksAfterSlowAllow: false,
    lateAllowReleases: false,
    keepsEventRuntime: false,
  },
  'classic-desktop': {
    name: 'Classic desktop',
    eventRuntime: 'script',
    hostName: 'Outlook',
    hostVersion: '16.0.19725.20126',
    asksAfterSlowAllow: true,
    lateAllowReleases: true,
    keepsEventRuntime: false,
  },
  // Assumption: mac-client.
  'mac-desktop': {
    name: 'Mac desktop',
    eventRuntime: 'page',
    hostName: 'Outlook',
    hostVersion: '16.100.25072537',
    asksAfterSlowAllow: false,
    lateAllowReleases: false,
    keepsEventRuntime: false,
  },
};

export const CLIENT_IDS = Object.keys(PROFILES) as readonly ClientId[];

/** The newest set of the Mac client: what it has of 1.15 is in preview. */
const NEWEST_ON_A_MAC = '1.14';

export function clientOf(id: ClientId, requirementSet = '1.15', changes: Partial<Client> = {}): Client {
  const isClassic = id === 'classic-desktop';
  const isMac = id === 'mac-desktop';
  const minor = minorOf(requirementSet);
  return {
    ...PROFILES[id],
    id,
    requirementSet: isMac && minor > minorOf(NEWEST_ON_A_MAC) ? NEWEST_ON_A_MAC : requirementSet,
    // Classic relabels Don't Send below the build that brought 1.15 (2412), and so does the Mac.
    actionButton: isMac || (isClassic && minor < 15) ? 'relabels' : 'own',
    mostRecipients: isMac ? Infinity : isClassic && minor < 16 ? 500 : 1_000,
    ...changes,
  };
}

export function hasSet(client: Client, set: string): boolean {
  return minorOf(client.requirementSet) >= minorOf(set);
}
