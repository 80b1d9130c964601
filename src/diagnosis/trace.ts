import { scanText } from '../detectors';
import { isUnreadable } from '../domain';
import type { AttachmentContent, ClientFacts, DraftSource, Deployment, Organisation, PlacedMatch, Policy, Recipients, Report, SelfTest, Sender, Trace, TracedAttachment, TracedDraft } from '../domain';
import type { InForce } from '../hosted';
import { classOf, withoutProtected } from '../recipients';
import { recordedSource } from './recorded-source';

/** Endings that say what a file is and nothing of whom it is about. */
const ENDINGS = new Set(
  ('7z accdb bmp csv doc docm docx eml epub gif gz heic htm html ics jpeg jpg json key m4a mdb mov mp3 mp4 msg numbers odp ods odt one p7m p7s pages pdf pgp png ppt pptm pptx pst pub rar ' +
    'rtf svg tar tif tiff tsv txt vcf vsd vsdx wav webp xls xlsb xlsm xlsx xml xps zip').split(' '),
);

/** What a check of the draft is given, so that its trace can be made. */
export interface TraceCheckOptions {
  readonly remembered: { recall(): Promise<null>; keep(content: AttachmentContent): void };
  readonly deployment: Deployment | null;
}

export interface TraceOf {
  readonly source: DraftSource;
  readonly inForce: InForce;
  readonly client: ClientFacts;
  readonly build: string;
  readonly selfTest: SelfTest | null;
  /** Checks as the pane does. */
  readonly check: (source: DraftSource, policy: Policy, options: TraceCheckOptions) => Promise<Report>;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
}

function endingOf(name: string): string | null {
  const ending = /\.([A-Za-z0-9]{1,7})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return ENDINGS.has(ending) ? ending : null;
}

function counted(matches: readonly PlacedMatch[]): { readonly [detector: string]: number } {
  const counts: { [detector: string]: number } = {};
  for (const { detector } of matches) counts[detector] = (counts[detector] ?? 0) + 1;
  return counts;
}

function tracedRecipients({ all }: Recipients, sender: Sender, organisation: Organisation, now: number): TracedDraft['recipients'] {
  const counts = new Map<string, TracedDraft['recipients'][number]>();
  for (const { address, field } of all) {
    const of = classOf(address, organisation, sender.address, now);
    const key = `${field} ${of}`;
    counts.set(key, { field, class: of, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

async function tracedDraft(source: DraftSource, recipients: TracedDraft['recipients'], contents: readonly AttachmentContent[], bodyMatches: TracedDraft['bodyMatches']): Promise<TracedDraft> {
  const [kind, subject, body, attachments, sending, thread] = await Promise.all(
    [source.read('kind'), source.read('subject'), source.read('body'), source.read('attachments'), source.read('sending'), source.read('thread')] as const,
  );
  const files = isUnreadable(attachments) ? [] : attachments;
  return {
    kind: isUnreadable(kind) ? 'message' : kind,
    thread: isUnreadable(thread) ? 'new' : thread.kind,
    recipients,
    subject: isUnreadable(subject) ? 0 : subject.length,
    newText: isUnreadable(body) ? 0 : body.newText.length,
    quotedText: isUnreadable(body) ? 0 : body.quotedText.length,
    links: isUnreadable(body) ? 0 : body.links.length,
    bodyMatches,
    attachments: files.map((attachment): TracedAttachment => {
      const content = contents.find((each) => each.attachment.id === attachment.id);
      const { kind: kindOfFile, size, inline } = attachment;
      return {
        kind: kindOfFile,
        ending: endingOf(attachment.name),
        size,
        inline,
        inspection: content === undefined ? null : { format: content.inspection.format, protection: content.inspection.protection, content: content.inspection.content },
        matches: content === undefined ? {} : counted(content.scan.matches),
      };
    }),
    isScheduled: !isUnreadable(sending) && sending.deliverAt !== null,
  };
}

function standInDomains({ internalDomains, schools, partners, pupilDomains }: Organisation): Trace['policy']['domains'] {
  const inside = internalDomains[0] ?? schools[0]?.domains[0];
  const partner = partners.find(({ expires }) => expires === null)?.domain;
  const pupil = pupilDomains[0];
  const plain = (domain: string): string => domain.replace(/^\*\./, '');
  return {
    ...(inside === undefined ? {} : { inside: plain(inside) }),
    ...(partner === undefined ? {} : { partner: plain(partner) }),
    ...(pupil === undefined ? {} : { pupil: plain(pupil) }),
  };
}

/** Checks the draft once more and says how that went, in counts, sizes, times and outcomes. */
export async function traceOf({ source, inForce, client, build, selfTest, check, clock }: TraceOf): Promise<Trace> {
  const { policy, deployment, contact, from, refused, isStale } = inForce;
  const now = clock();
  const facts = {
    format: 'heed-trace',
    version: 1,
    made: `${new Date(now).toISOString().slice(0, 16)}Z`,
    build,
    client,
    policy: {
      name: policy.name,
      version: policy.version,
      serial: deployment?.serial ?? null,
      mode: deployment?.mode ?? null,
      from,
      age: contact === null ? null : Math.floor((now - contact) / 60_000),
      refused,
      isStale,
      domains: standInDomains(policy.organisation),
    },
    selfTest,
  } as const;
  const nothing = { ...facts, draft: null, reads: [], verdict: null, findings: [], unchecked: 0 };

  const recorded = recordedSource(source, clock);
  const [recipients, sender] = await Promise.all([recorded.source.read('recipients'), recorded.source.read('sender')]);
  if (isUnreadable(recipients) || isUnreadable(sender)) return { ...nothing, reads: recorded.reads() };
  // A protected correspondent leaves no trace, in whatever company.
  if (withoutProtected(recipients, policy.organisation, sender).protectedCount > 0) return nothing;

  const contents: AttachmentContent[] = [];
  const remembered = { recall: () => Promise.resolve(null), keep: (content: AttachmentContent): void => void contents.push(content) };
  const report = await check(recorded.source, policy, { remembered, deployment });
  const reads = recorded.reads();
  const body = await source.read('body');
  const draft = await tracedDraft(source, tracedRecipients(recipients, sender, policy.organisation, now), contents, isUnreadable(body) ? {} : counted(scanText(body.newText, policy.detection).matches));
  const findings = (report.monitored ?? report.findings).map(({ rule, situation, severity }) => ({ rule, situation, severity }));
  return { ...facts, draft, reads, verdict: report.verdict, findings, unchecked: report.unchecked.length };
}
