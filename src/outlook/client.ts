import type { ClientFacts } from '../domain';
import { displayLanguage } from './language';
import { policyStore } from './policy-store';

/** The Mailbox requirement sets there are, newest first. */
const SETS = ['1.16', '1.15', '1.14', '1.13', '1.12', '1.11', '1.10', '1.9', '1.8', '1.7', '1.6', '1.5', '1.4', '1.3', '1.2', '1.1'];

/** The most characters that are believed of a name or a version. */
const LONGEST = 60;

function said(read: () => unknown): string | null {
  try {
    const value = read();
    return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : null;
  } catch {
    return null;
  }
}

function highestSet(): string | null {
  try {
    return SETS.find((set) => Office.context.requirements.isSetSupported('Mailbox', set)) ?? null;
  } catch {
    return null;
  }
}

/** Which Outlook this is, as it says itself. */
export function clientFacts(): ClientFacts {
  return {
    host: said(() => Office.context.mailbox.diagnostics.hostName),
    version: said(() => Office.context.mailbox.diagnostics.hostVersion),
    mailboxSet: highestSet(),
    language: displayLanguage(),
    hasStorage: policyStore.isThere(),
  };
}
