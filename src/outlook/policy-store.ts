interface WebStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

/** Browsers have it, some refuse it, and classic Outlook lacks it. */
declare const localStorage: WebStorage | undefined;

const NAME = 'heed.policy';

/** Browsers part their storage by the page around; Outlook says by what name. */
function storageName(): string {
  const key = (Office.context as { partitionKey?: unknown } | undefined)?.partitionKey;
  return typeof key === 'string' ? `${key}${NAME}` : NAME;
}

/** Where the last good policy lies in a browser. Where there is no such place, nothing is kept and nothing is found. */
export const policyStore = {
  read(): string | null {
    try {
      return typeof localStorage === 'undefined' ? null : localStorage.getItem(storageName());
    } catch {
      return null;
    }
  },
  write(text: string): void {
    try {
      if (typeof localStorage !== 'undefined') localStorage.setItem(storageName(), text);
    } catch {
      // Full, or refused: the host is asked again the next time.
    }
  },
};
