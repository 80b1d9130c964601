import type { PolicyAtASend } from '../domain';

/** The language Outlook is shown in, as a BCP 47 tag; null when it does not say. */
export function displayLanguage(): string | null {
  try {
    const language: unknown = Office.context.displayLanguage;
    return typeof language === 'string' && language !== '' ? language : null;
  } catch {
    return null;
  }
}

/** The language of Outlook (`cy`, `pl`) where the policy offers it; null for English. */
export function offeredLanguage({ languages }: PolicyAtASend): string | null {
  const spoken = (displayLanguage() ?? '').toLowerCase().split('-')[0] as string;
  return languages.includes(spoken) ? spoken : null;
}
