import { child, descendants, readXml } from './xml';
import type { XmlElement } from './xml';

export type SendMode = 'promptUser' | 'softBlock' | 'block';

export interface LaunchEvent {
  readonly type: string;
  readonly functionName: string;
  /** For the two send events; soft block where the manifest says nothing. */
  readonly sendMode: SendMode | null;
}

export interface Command {
  /** The control's id, which `commandId` must equal. */
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly iconUrl: string | null;
  readonly surface: 'message' | 'appointment' | 'other';
  /** A pane has the address of its page, a function the name of its handler. */
  readonly action: { readonly kind: 'pane'; readonly url: string } | { readonly kind: 'function'; readonly name: string };
}

/** What the simulator takes from an add-in's XML manifest. */
export interface AddinManifest {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly permission: 'Restricted' | 'ReadItem' | 'ReadWriteItem' | 'ReadWriteMailbox';
  /** The requirement set without which the add-in does not load at all. */
  readonly loadsFrom: string;
  /** The requirement set without which it has no events and no commands. */
  readonly actsFrom: string;
  /** The page of the event runtime, and the script that the classic client loads instead; null when there is none. */
  readonly eventPageUrl: string | null;
  readonly eventScriptUrl: string | null;
  readonly functionPageUrl: string | null;
  readonly launchEvents: readonly LaunchEvent[];
  readonly commands: readonly Command[];
  readonly supportsSharedFolders: boolean;
  /** Sentences about what could not be understood; the rest still holds. */
  readonly problems: readonly string[];
}

const SEND_MODES: Readonly<Record<string, SendMode>> = { PromptUser: 'promptUser', SoftBlock: 'softBlock', Block: 'block' };

const SURFACES: Readonly<Record<string, Command['surface']>> = {
  MessageComposeCommandSurface: 'message',
  AppointmentOrganizerCommandSurface: 'appointment',
};

const PERMISSIONS: readonly AddinManifest['permission'][] = ['Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox'];

function requiredSet(requirements: XmlElement | null): string | null {
  const sets = child(requirements, 'Sets') ?? requirements;
  const mailbox = descendants(sets, 'Set').find((set) => set.attributes.Name === 'Mailbox');
  return mailbox?.attributes.MinVersion ?? sets?.attributes.DefaultMinVersion ?? null;
}

/** The innermost VersionOverrides: an inner one inherits nothing from the outer. */
function newestOverrides(root: XmlElement): XmlElement | null {
  let newest: XmlElement | null = null;
  for (let inner = child(root, 'VersionOverrides'); inner !== null; inner = child(inner, 'VersionOverrides')) newest = inner;
  return newest;
}

/** Every resource of the overrides by its id: addresses, texts, pictures. */
function resourcesOf(overrides: XmlElement | null): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const group of child(overrides, 'Resources')?.children ?? []) {
    for (const resource of group.children) {
      if (resource.attributes.id !== undefined) found.set(resource.attributes.id, resource.attributes.DefaultValue ?? '');
    }
  }
  return found;
}

export function readManifest(source: string): AddinManifest {
  const root = readXml(source);
  if ('problem' in root) return emptyManifest(root.problem);
  const problems: string[] = [];
  const overrides = newestOverrides(root);
  const resources = resourcesOf(overrides);
  const resource = (id: string | undefined, where: string): string | null => {
    if (id === undefined) return null;
    const value = resources.get(id);
    if (value === undefined) problems.push(`${where} names the resource "${id}", which the manifest does not have.`);
    return value ?? null;
  };

  const host = descendants(child(overrides, 'Hosts'), 'Host').find((candidate) => candidate.attributes.type === 'MailHost') ?? null;
  const runtime = descendants(child(host, 'Runtimes'), 'Runtime')[0] ?? null;
  const script = descendants(runtime, 'Override').find((override) => override.attributes.type === 'javascript') ?? null;
  const functionFile = child(child(host, 'DesktopFormFactor'), 'FunctionFile');
  const permission = PERMISSIONS.find((name) => name === child(root, 'Permissions')?.text) ?? 'Restricted';
  const loadsFrom = requiredSet(child(root, 'Requirements')) ?? '1.1';

  return {
    id: child(root, 'Id')?.text ?? '',
    name: child(root, 'DisplayName')?.attributes.DefaultValue ?? 'Unnamed add-in',
    version: child(root, 'Version')?.text ?? '',
    permission,
    loadsFrom,
    actsFrom: requiredSet(child(overrides, 'Requirements')) ?? loadsFrom,
    eventPageUrl: resource(runtime?.attributes.resid, 'The runtime'),
    eventScriptUrl: resource(script?.attributes.resid, 'The script of the runtime'),
    functionPageUrl: resource(functionFile?.attributes.resid, 'FunctionFile'),
    launchEvents: launchEventsOf(host, problems),
    commands: descendants(host, 'Control').flatMap((control) => commandOf(control, host, resource)),
    supportsSharedFolders: descendants(host, 'SupportsSharedFolders')[0]?.text === 'true',
    problems,
  };
}

function launchEventsOf(host: XmlElement | null, problems: string[]): readonly LaunchEvent[] {
  return descendants(host, 'LaunchEvent').map(({ attributes }) => {
    const type = attributes.Type ?? '';
    const isSend = type === 'OnMessageSend' || type === 'OnAppointmentSend';
    const written = attributes.SendMode;
    if (written !== undefined && SEND_MODES[written] === undefined) {
      problems.push(`${type} has the send mode "${written}"; it is one of ${Object.keys(SEND_MODES).join(', ')}.`);
    }
    return { type, functionName: attributes.FunctionName ?? '', sendMode: isSend ? (SEND_MODES[written ?? ''] ?? 'softBlock') : null };
  });
}

function commandOf(control: XmlElement, host: XmlElement | null, resource: (id: string | undefined, where: string) => string | null): readonly Command[] {
  const id = control.attributes.id ?? '';
  const action = child(control, 'Action');
  const point = descendants(host, 'ExtensionPoint').find((candidate) => descendants(candidate, 'Control').includes(control));
  const supertip = child(control, 'Supertip');
  const icon = descendants(child(control, 'Icon'), 'Image').find((image) => image.attributes.size === '32') ?? null;
  const common = {
    id,
    label: resource(child(control, 'Label')?.attributes.resid, `The label of "${id}"`) ?? id,
    tooltip: resource(child(supertip, 'Description')?.attributes.resid, `The tip of "${id}"`) ?? '',
    iconUrl: resource(icon?.attributes.resid, `The icon of "${id}"`),
    surface: SURFACES[point?.attributes.type ?? ''] ?? 'other',
  } as const;
  if (action?.attributes.type === 'ShowTaskpane') {
    const url = resource(child(action, 'SourceLocation')?.attributes.resid, `The pane of "${id}"`);
    return url === null ? [] : [{ ...common, action: { kind: 'pane', url } }];
  }
  const name = child(action, 'FunctionName')?.text;
  return name === undefined ? [] : [{ ...common, action: { kind: 'function', name } }];
}

function emptyManifest(problem: string): AddinManifest {
  return {
    id: '',
    name: 'Unreadable add-in',
    version: '',
    permission: 'Restricted',
    loadsFrom: '1.1',
    actsFrom: '1.1',
    eventPageUrl: null,
    eventScriptUrl: null,
    functionPageUrl: null,
    launchEvents: [],
    commands: [],
    supportsSharedFolders: false,
    problems: [problem],
  };
}
