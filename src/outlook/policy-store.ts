interface WebStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

/** Browsers have it, some refuse it, and classic Outlook lacks it. */
declare const localStorage: WebStorage | undefined;

/** Browsers part their storage by the page around; Outlook says by what name. */
function nameHere(name: string): string {
  const key = (Office.context as { partitionKey?: unknown } | undefined)?.partitionKey;
  return typeof key === 'string' ? `${key}${name}` : name;
}

/** Something kept under a name in a browser. Where there is no such place, nothing is kept and nothing is found. */
export function storeNamed(name: string) {
  return {
    read(): string | null {
      try {
        return typeof localStorage === 'undefined' ? null : localStorage.getItem(nameHere(name));
      } catch {
        return null;
      }
    },
    write(text: string): void {
      try {
        if (typeof localStorage !== 'undefined') localStorage.setItem(nameHere(name), text);
      } catch {
        // Full, or refused: it is found out again the next time.
      }
    },
    /** True when this browser lets itself be asked. */
    isThere(): boolean {
      try {
        if (typeof localStorage === 'undefined') return false;
        localStorage.getItem(nameHere(name));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Where the last good policy lies. */
export const policyStore = storeNamed('heed.policy');

/** Where the day's self-test lies. */
export const selfTestStore = storeNamed('heed.self-test');
