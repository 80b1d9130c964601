/** What Outlook did not do, by how `src/outlook` words it: `late`, `refused` and `missing` stand for whole families. */
export interface WhyNot {
  readonly [english: string]: string;
  readonly late: string;
  readonly refused: string;
  readonly missing: string;
}

/** Says in another language why a change was not made; what it does not know stays in English. */
export function whyNot(sentences: WhyNot): (reason: string) => string {
  return (reason) => {
    const known = sentences[reason];
    if (known !== undefined) return known;
    if (/^Outlook did not .* in time$/.test(reason)) return sentences.late;
    if (/^this Outlook cannot /.test(reason)) return sentences.missing;
    const code = /^Outlook could not .* (\([^)]*\))$/.exec(reason);
    if (code !== null) return `${sentences.refused} ${code[1] as string}`;
    return /^Outlook (?:could not|refused to) /.test(reason) ? sentences.refused : reason;
  };
}
