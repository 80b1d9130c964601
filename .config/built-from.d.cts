/** What a folder was built from: see the script. */
declare const builtFrom: {
  readonly WHOLE: string;
  keyOf(policy: string): string;
  isBuilt(folder: string, key: string, part: string): boolean;
  partsBefore(folder: string, key: string): readonly string[];
  noteBuilt(folder: string, key: string, part: string, before: readonly string[]): void;
};
export = builtFrom;
