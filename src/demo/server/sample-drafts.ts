import fs from 'node:fs';
import path from 'node:path';
import { toBase64 } from '../compose/base64';
import { paragraphs } from '../compose/html';
import { withKind } from '../compose/item';
import type { Address, AttachmentSeed, DraftSeed, Person } from '../compose/types';
import { isUnreadable } from '../../domain';
import type { Attachment, DraftSource, Recipient, RecipientField } from '../../domain';
import { mailDraft } from '../../mail';
import { threadOf } from '../../text';

/** A stored mail as a draft of the compose window. */
export interface SampleDraft {
  /** The file's name without its ending. */
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  /** When the mail says it is sent, in milliseconds since 1970 UTC. */
  readonly sentAt: number;
}

export interface LoadedSample extends SampleDraft {
  readonly seed: DraftSeed;
}

/** `sen-register-to-gmail` as words. */
function titleOf(id: string): string {
  const words = id.replace(/-/g, ' ').replace(/\bsen\b/g, 'SEN').replace(/\bgmail\b/g, 'Gmail').replace(/\bnhs\b/g, 'NHS').replace(/\bpdf\b/g, 'PDF');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The sample mails of a folder, in the order of their names; an absent folder has none. */
export async function listSamples(folder: string): Promise<readonly SampleDraft[]> {
  if (!fs.existsSync(folder)) return [];
  const ids = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -'.eml'.length))
    .sort();
  const samples: SampleDraft[] = [];
  for (const id of ids) {
    const loaded = await loadSample(folder, id);
    if (loaded !== null) samples.push({ id, title: loaded.title, subject: loaded.subject, sentAt: loaded.sentAt });
  }
  return samples;
}

/** One sample in full; null when there is none of this name, or it is no mail. */
export async function loadSample(folder: string, id: string): Promise<LoadedSample | null> {
  if (!/^[A-Za-z0-9._-]{1,80}$/.test(id)) return null;
  const file = path.join(folder, `${id}.eml`);
  if (!fs.existsSync(file)) return null;
  return sampleOf(id, new Uint8Array(fs.readFileSync(file)));
}

/** A mail's bytes as a draft: what `src/mail` reads becomes what a compose window would hold. */
export async function sampleOf(id: string, bytes: Uint8Array): Promise<LoadedSample | null> {
  const draft = await mailDraft(bytes, null);
  if (isUnreadable(draft)) return null;
  const { source } = draft;
  const sender = await source.read('sender');
  const from = isUnreadable(sender) ? null : { address: sender.address, name: sender.name };
  const signedIn = isUnreadable(sender) ? null : sender.signedIn;
  const subject = orElse(await source.read('subject'), '');
  const sending = await source.read('sending');
  const kind = orElse(await source.read('kind'), 'message');
  const thread = orElse(await source.read('thread'), threadOf('new', '', ''));
  const people = orElse(await source.read('recipients'), { all: [], atLeast: false }).all;
  const sentAt = isUnreadable(sending) ? Date.now() : sending.at;
  const inField = (field: RecipientField): readonly Person[] => people.filter((person) => person.field === field).map((person) => personOf(person, signedIn ?? from));
  const fields = kind === 'message' ? { to: inField('to'), cc: inField('cc'), bcc: inField('bcc') } : { required: inField('to'), optional: [...inField('cc'), ...inField('bcc')] };
  return {
    id,
    title: titleOf(id),
    subject,
    sentAt,
    seed: {
      kind,
      composeType: thread.kind === 'new' ? 'newMail' : thread.kind,
      ...(from === null ? {} : { from, owner: signedIn ?? from }),
      ...fields,
      subject,
      html: await bodyOf(source),
      attachments: await attachmentsOf(source),
      deliverAt: isUnreadable(sending) ? null : sending.deliverAt,
      start: sentAt + 24 * 3_600_000,
      end: sentAt + 25 * 3_600_000,
    },
  };
}

function orElse<T>(value: T | { readonly unreadable: string }, other: T): T {
  return isUnreadable(value) ? other : value;
}

function personOf(recipient: Recipient, owner: Address | null): Person {
  const person: Person = {
    address: recipient.address,
    name: recipient.name === '' ? recipient.address : recipient.name,
    kind: recipient.kind === 'list' ? 'distributionList' : recipient.kind === 'unresolved' ? 'other' : 'externalUser',
    isResolved: recipient.kind !== 'unresolved',
  };
  return owner === null ? person : withKind(person, owner);
}

/** New text, then the quoted thread below a rule, in the shape a reply has in a compose window. */
async function bodyOf(source: DraftSource): Promise<string> {
  const body = await source.read('body');
  if (isUnreadable(body)) return paragraphs('');
  const { newText, quotedText } = body;
  if (quotedText === '') return paragraphs(newText);
  return `${paragraphs(newText)}<div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg" dir="ltr">${paragraphs(quotedText)}</div>`;
}

async function attachmentsOf(source: DraftSource): Promise<readonly AttachmentSeed[]> {
  const attachments = orElse(await source.read('attachments'), []);
  const seeds: AttachmentSeed[] = [];
  for (const attachment of attachments) seeds.push(await seedOf(source, attachment));
  return seeds;
}

async function seedOf(source: DraftSource, attachment: Attachment): Promise<AttachmentSeed> {
  const bytes = await source.open(attachment.id);
  const common = { name: attachment.name, isInline: attachment.inline };
  if (isUnreadable(bytes)) return { ...common, errorCode: 9043 };
  if (attachment.kind === 'item') return { ...common, eml: new TextDecoder().decode(bytes) };
  return { ...common, base64: toBase64(bytes) };
}

