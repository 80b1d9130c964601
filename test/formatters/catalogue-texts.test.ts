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
/** Told in message-texts.test.ts, with the drafts of their rules. */
const IN_MESSAGE_TEXTS = ['M03', 'M03B', 'M04', 'M04B', 'M05B', 'M06', 'M06B', 'M07', 'M10', 'M11', 'M15', 'M16', 'M17'];
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

describe('the texts of the catalogue come out of the product', () => {
  test.each(Object.keys(DRAFTS))('%s from a matching draft', async (id) => {
    const draft = DRAFTS[id]!;
    const { text, shown, severity, button } = texts[id]!;
    const report = await reportOf(id, draft);
    const said = shown === 'dialog' ? alertText(report) : noteText(report);
    expect(said).toBe(draft.says ?? text);
    expect(said!.length).toBeLessThanOrEqual(shown === 'dialog' ? LONGEST_ALERT : LONGEST_NOTE);
    expect(report.verdict).toBe(severity);
    if (shown === 'dialog' && button !== undefined && draft.button !== null) expect(alertButton(report)).toBe(draft.button ?? button);
  });

  test('a text that differs says why, and none says so without need', () => {
    for (const [id, { says, why }] of Object.entries(DRAFTS)) expect([id, says === undefined, says === texts[id]!.text]).toEqual([id, why === undefined, false]);
  });

  test('every text that a draft can produce has its draft, and the rest is policy health', () => {
    const health = ['M19', 'M20', 'M21'];
    expect([...Object.keys(DRAFTS), ...IN_MESSAGE_TEXTS, ...health].sort()).toEqual(Object.keys(texts).sort());
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
    expect(notesOf(pack, change)).toContain(texts[id]!.text);
  });
});
