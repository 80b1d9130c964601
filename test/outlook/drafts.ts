import type { Policy, Severity } from '../../src/domain';
import { shippedPolicy } from '../policy-for-tests';
import { ORDINARY_ORGANISATION } from '../story';
import type { FakeAttachment, FakeDraft } from './fake-office';

const shipped = shippedPolicy('laat');

/** The shipped policy for an invented trust; `blank` is what an empty subject means there. */
export function policyWith(unchecked: 'warn' | 'inform', blank: Severity = 'warn'): Policy {
  const setting = shipped.rules['missing-subject'];
  if (setting === undefined) throw new Error('the pack has no missing-subject');
  return {
    ...shipped,
    unchecked: { outside: unchecked, inside: unchecked },
    organisation: { ...shipped.organisation, ...ORDINARY_ORGANISATION },
    rules: { ...shipped.rules, 'missing-subject': { ...setting, severity: { ...setting.severity, blank } } },
  };
}

export function fileOf(name: string, text: string, id = name): FakeAttachment {
  const bytes = Buffer.from(text);
  return { id, name, size: bytes.length, content: bytes.toString('base64') };
}

export const LETTER = fileOf('letter.txt', 'Dear all, the hall is booked for the open evening.');
export const REGISTER = fileOf(
  'register.csv',
  'Name,UPN,SEN need\nA Test,H801200001001,Autism\nB Test,P207000016049,Dyslexia\nC Test,H801200001001,Speech\n',
);

/** A draft for each verdict. Working hours count, so tests set the clock to a Wednesday morning in term. */
export const WEDNESDAY = Date.parse('2026-11-18T10:00:00Z');

export const DRAFTS: { readonly [verdict: string]: FakeDraft } = {
  allow: { attachments: [LETTER] },
  inform: { to: ['kit@oakfield.example'], attachments: [REGISTER] },
  warn: { subject: '', attachments: [LETTER] },
  justify: { to: ['k.parent@gmail.com'], attachments: [REGISTER] },
};
