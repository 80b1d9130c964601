/** The language Outlook is shown in, as a BCP 47 tag; null when it does not say. */
export function displayLanguage(): string | null {
  try {
    const language: unknown = Office.context.displayLanguage;
    return typeof language === 'string' && language !== '' ? language : null;
  } catch {
    return null;
  }
}
