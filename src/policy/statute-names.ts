/** Names of laws as policies sometimes print them, and what is wrong with each. */
export const STATUTE_SLIPS: readonly { readonly slip: RegExp; readonly says: string }[] = [
  { slip: /Malicious Communications Act (?!1988)\d{4}/i, says: 'The Malicious Communications Act is dated 1988.' },
  { slip: /Data Protection Act 1998/i, says: 'The Data Protection Act 1998 was repealed; the Act of 2018 is in force.' },
  { slip: /General Data Protection Regulations?/i, says: 'The law is called the UK GDPR since 2021.' },
  { slip: /Defamation Act (?!1952|1996|2013)\d{4}/i, says: 'The Defamation Acts in force are those of 1952, 1996 and 2013.' },
  { slip: /violation of the Computer Misuse Act/i, says: 'The Computer Misuse Act 1990 is about access without authority, not about what a message says.' },
];
