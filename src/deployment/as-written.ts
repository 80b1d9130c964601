/** What an editor may put before the first character of a file; a browser's own reading leaves it out, other readers do not. */
const MARK = '\ufeff';

export function beginsWithMark(text: string): boolean {
  return text.startsWith(MARK);
}

export function withoutMark(text: string): string {
  return beginsWithMark(text) ? text.slice(MARK.length) : text;
}

/** A text as Heed wrote it, which has neither a byte order mark nor line ends of Windows: editors and uploads in text mode put them in. */
export function asWritten(text: string): string {
  return withoutMark(text).replace(/\r\n/g, '\n');
}

/** An answer with a text that still has its byte order mark, where there is one. */
export function asServed(answer: Response): { readonly status: number; readonly headers: Headers; text(): Promise<string> } {
  return { status: answer.status, headers: answer.headers, text: async () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()) };
}
