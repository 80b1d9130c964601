/**
 * The globals that every runtime Heed answers a send in has, classic Outlook's included, beside ES2016 itself. What is
 * not here (`document`, `process`, `TextDecoder`, `URL`, `crypto`, `atob` …) the compiler refuses.
 */
declare function setTimeout(handler: () => void, milliseconds?: number): number;
declare function clearTimeout(timer: number | undefined): void;

declare const console: {
  log(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
};

interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  text(): Promise<string>;
}
declare function fetch(url: string): Promise<FetchResponse>;
