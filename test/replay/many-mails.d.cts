interface Expected {
  readonly mails: number;
  readonly blank: number;
  readonly late: number;
  readonly stopped: number;
}

declare const manyMails: {
  mailNumber(number: number): string;
  expectedOf(count: number): Expected;
  writeMbox(count: number, file: string): void;
  writeFolder(count: number, folder: string): void;
};

export = manyMails;
