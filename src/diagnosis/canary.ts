import { DEFAULT_DETECTION, NO_PERSONAL_SETTINGS } from '../domain';
import type { DraftSource, Policy, Report, RuleSetting, SelfTest, Sending, SourceParts } from '../domain';

/** Made-up pupils. Their UPNs have a right check letter and a local authority, 000, that there is none of. */
const PUPILS = [
  ['Ada Testcase', 'T000120026001'],
  ['Ben Testcase', 'G000120026002'],
  ['Cai Testcase', 'W000120026003'],
  ['Dot Testcase', 'K000120026004'],
  ['Eli Testcase', 'Z000120026005'],
  ['Fay Testcase', 'N000120026006'],
] as const;

const REGISTER = ['Name,UPN,SEN need', ...PUPILS.map(([name, upn]) => `${name},${upn},Autism`), ''].join('\r\n');

/** What the made-up draft must make each of these rules say, and the situation it says it in. */
const EXPECTED: { readonly [rule: string]: string } = { 'sensitive-attachment': 'outside', 'missing-subject': 'blank' };

const FILE = { id: 'register', name: 'self-test.csv', kind: 'file', inline: false } as const;

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The made-up draft: a register without a password, to a personal mailbox, without a subject. */
export function canaryDraft(policy: Policy, now: number): DraftSource {
  const { internalDomains, schools } = policy.organisation;
  const domain = (internalDomains[0] ?? schools[0]?.domains[0] ?? 'heed.example').replace(/^\*\./, '');
  const content = bytesOf(REGISTER);
  const sending: Sending = { at: now, deliverAt: null, highImportance: false };
  const parts: SourceParts = {
    kind: 'message',
    sender: { address: `heed-self-test@${domain}`, name: 'Heed self-test', signedIn: null },
    recipients: { all: [{ address: 'heed-self-test-nobody@gmail.com', name: '', field: 'to', kind: 'person' }], atLeast: false },
    subject: '',
    body: { newText: 'Here is the list.', quotedText: '', links: [] },
    attachments: [{ ...FILE, size: content.length }],
    sending,
    thread: { kind: 'new', participants: [], namedOnly: [], from: null, replyTo: null, subject: null, forwards: 0 },
    personal: NO_PERSONAL_SETTINGS,
    label: '',
  };
  return { read: (part) => Promise.resolve(parts[part]), open: () => Promise.resolve(content) };
}

/** The rules that have to speak of it under a policy. */
export function expectedRules(policy: Policy): readonly string[] {
  return Object.keys(EXPECTED).filter((rule) => {
    const setting = policy.rules[rule];
    return setting !== undefined && setting.on && (setting.severity[EXPECTED[rule] as string] ?? 'off') !== 'off';
  });
}

/** The policy as it is for somebody whom no exemption covers, and with thresholds that six pupils reach: what an owner set higher is no fault. */
function testable(policy: Policy): Policy {
  const rules: { [id: string]: RuleSetting } = {};
  for (const id of Object.keys(policy.rules)) rules[id] = { ...(policy.rules[id] as RuleSetting), exemptions: [], severityByAudience: {} };
  const { dictionary, patterns } = policy.detection;
  return { ...policy, rules, detection: { ...DEFAULT_DETECTION, dictionary, patterns } };
}

/** Milliseconds after which a check that has not answered is silent. */
const PATIENCE = 20_000;

export interface SelfTesting {
  readonly policy: Policy;
  /** Checks as the pane does, for everybody and with nothing remembered. */
  readonly check: (source: DraftSource, policy: Policy) => Promise<Report>;
  readonly clock: () => number;
}

/** Checks the made-up draft in this very runtime. Silence is a fault. Never rejects. */
export async function selfTest({ policy, check, clock }: SelfTesting, patience = PATIENCE): Promise<SelfTest> {
  const at = clock();
  const expected = expectedRules(policy);
  if (expected.length === 0) return { at, outcome: 'no rule', silent: [] };
  let stop = (): void => undefined;
  const tooLate = new Promise<null>((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    stop = () => clearTimeout(timer);
  });
  try {
    const report = await Promise.race([check(canaryDraft(policy, at), testable(policy)), tooLate]);
    if (report === null) return { at, outcome: 'no answer', silent: expected };
    const silent = expected.filter((rule) => !report.findings.some((finding) => finding.rule === rule));
    return { at, outcome: silent.length === 0 ? 'works' : 'silent', silent };
  } catch {
    return { at, outcome: 'failed', silent: expected };
  } finally {
    stop();
  }
}
