/** What an employer sends an employee about themself. */
const PAY_FILE = /\b(?:pay ?slips?|wage ?slips?|p60|p45|p11d)\b/i;

/** True for a file that is called a payslip or a tax form of an employee's, or has one of the other names given in its own. */
export function isPayFile(name: string, otherNames: readonly string[] = []): boolean {
  const bare = name.replace(/[_-]+/g, ' ').toLowerCase();
  return PAY_FILE.test(bare) || otherNames.some((word) => bare.includes(word.toLowerCase()));
}
