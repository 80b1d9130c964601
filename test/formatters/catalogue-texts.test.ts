import fs from 'node:fs';
import path from 'node:path';
import { check } from '../../src/check';
import { isUnreadable } from '../../src/domain';
import type { Organisation, Policy, Report } from '../../src/domain';
import { alertButton, alertText, LONGEST_ALERT } from '../../src/formatters';
import { mailDraft } from '../../src/mail';
import { noteText } from '../../src/outlook/note';
import { loadPolicy, policyHealth, shippedPacks } from '../../src/policy';
import { rules } from '../../src/rules';
import { shippedPolicy } from '../policy-for-tests';
import { sourceOf } from '../story';
import catalogue from './catalogue-texts.json';
import { DRAFTS } from './catalogue-drafts';
import type { MessageDraft } from './catalogue-drafts';
import { olderZip } from './catalogue-files';

/** A message text of the clause catalogue (C.15), and where it is shown. */
interface CatalogueText {
  readonly rule: string;
  readonly pack: 'laat' | 'teal';
  readonly shown: string;
  readonly severity: string;
  readonly button?: string;
  readonly text: string;
}

const texts = catalogue as { readonly [id: string]: CatalogueText };
const HEALTH = ['M19', 'M20', 'M21'];
const LONGEST_NOTE = 150;

function policyOf(pack: 'laat' | 'teal', { organisation, options }: MessageDraft): Policy {
  const policy = shippedPolicy(pack);
  const merged: Organisation = { ...policy.organisation, ...organisation };
  const set = Object.keys(options ?? {}).map((id) => [id, { ...policy.rules[id]!, options: { ...(policy.rules[id]!.options as object), ...options![id] } }]);
  return { ...policy, organisation: merged, rules: { ...policy.rules, ...Object.fromEntries(set) } };
}

async function reportOf(id: string, draft: MessageDraft): Promise<Report> {
  const policy = policyOf(texts[id]!.pack, draft);
  if (draft.mail === undefined) return check(sourceOf(draft.story ?? {}), policy);
  const mail = await mailDraft(new Uint8Array(fs.readFileSync(path.join(__dirname, '..', 'mail', draft.mail))), null);
  if (isUnreadable(mail)) throw new Error(mail.unreadable);
  return check(mail.source, policy);
}

// Each dialog that a reason answers ends with one line more than the catalogue's: without it the dialog reads like a block, and
// its button seems to do at once what only the pane can do.
describe('the texts of the catalogue come out of the product', () => {
  test.each(Object.keys(DRAFTS))('%s from a matching draft', async (id) => {
    const draft = DRAFTS[id]!;
    const { rule, text, shown, severity, button } = texts[id]!;
    const report = await reportOf(id, draft);
    const said = shown === 'dialog' ? alertText(report) : noteText(report);
    expect(said).toBe(`${draft.says ?? text}${severity === 'justify' ? `\n\n“${draft.button ?? button ?? 'Fix this email'}” opens Heed: fix it there, or give a reason.` : ''}`);
    expect(said!.length).toBeLessThanOrEqual(shown === 'dialog' ? LONGEST_ALERT : LONGEST_NOTE);
    // No rule speaks of a file that is encrypted: its note comes with an ordinary send.
    expect(report.verdict).toBe(rule.startsWith('(no rule') ? 'allow' : severity);
    if (report.findings[0]?.clauses[0]?.basis === 'related') expect(said).not.toContain('You must not:');
    if (shown === 'dialog' && button !== undefined && draft.button !== null) expect(alertButton(report)).toBe(draft.button ?? button);
  });

  test('a file with the older encryption of zip files is told as such (AC3.5)', async () => {
    const { story, organisation } = DRAFTS['M03']!;
    const report = await reportOf('M03', { story: { ...story, attachments: [{ name: 'case-bundle.zip', bytes: olderZip }] }, ...(organisation === undefined ? {} : { organisation }) });
    expect([alertText(report), noteText(report)]).toEqual([
      null,
      'case-bundle.zip has older encryption, which is easier to break. Give the password by phone or Teams, not in this email.',
    ]);
  });

  test('a text that differs says why, and none says so without need', () => {
    for (const [id, { says, why }] of Object.entries(DRAFTS)) expect([id, says === undefined, says === texts[id]!.text]).toEqual([id, why === undefined, false]);
  });

  test('every text that a draft can produce has its draft, and the rest is policy health', () => {
    expect([...Object.keys(DRAFTS), ...HEALTH].sort()).toEqual(Object.keys(texts).sort());
    expect(Object.keys(DRAFTS)).toHaveLength(24);
  });
});

describe('the texts of policy health', () => {
  const notesOf = (pack: 'laat' | 'teal', change: (text: string) => string = (text) => text): readonly string[] => {
    const file = shippedPacks.find(({ name }) => name === pack)!;
    const { layers } = loadPolicy([{ file: file.file, text: change(file.text) }], rules);
    return policyHealth(layers!, { today: '2026-11-21', bankHolidaysUntil: null }).map(({ message }) => message);
  };
  const verified = (text: string): string => text.replace('"lastVerified":null', '"lastVerified":"2026-10-12"');
  test.each([
    ['M19', 'teal', undefined],
    ['M20', 'laat', undefined],
    ['M21', 'teal', verified],
  ] as const)('%s', (id, pack, change) => {
    // The house never says “please”.
    expect(notesOf(pack, change)).toContain(texts[id]!.text.replace(/Please (\w)/g, (_, first: string) => first.toUpperCase()));
  });
});
