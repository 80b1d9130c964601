import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'a pair with its labels', text: 'Sara Khan, sort code 08-99-99 account number 66374958', values: ['08-99-99', '66374958'], level: 'high' },
    { name: 'a pair on two lines', text: 'Sara Khan, Sort Code: 08 99 99\nAccount No: 66374958', values: ['08 99 99', '66374958'], level: 'high' },
    { name: 'the account before the sort code', text: 'Sara Khan, Account number 66374958 sort code 089999', values: ['66374958', '089999'], level: 'high' },
    { name: 'the short labels', text: 'Sara Khan, S/C 089999 A/C 66374958', values: ['089999', '66374958'], level: 'high' },
    { name: 'labels cut short', text: 'Sara Khan: sort 089999 acc 66374958', values: ['089999', '66374958'], level: 'high' },
    { name: 'a stroke between them', text: 'Sara Khan, bank details 08-99-99 / 66374958', values: ['08-99-99', '66374958'], level: 'high' },
    { name: 'a payroll table', text: 'Employee\tSort code\tAccount number\nSara Khan\t08-99-99\t66374958', values: ['08-99-99', '66374958'], level: 'high' },
    { name: 'in short words', text: 'Sara Khan. Sort: 20-09-15 / Acc no: 66374958', values: ['20-09-15', '66374958'], level: 'high' },
    { name: 'the account first, in the shortest words', text: 'Please refund Sara Khan: a/c 66374958 s/c 200915', values: ['66374958', '200915'], level: 'high' },
    { name: 'a colleague’s, who is not named', text: 'Please change her bank details to sort code 20-09-15, account 66374958.', values: ['20-09-15', '66374958'], level: 'high' },
    { name: 'a parent’s, who is not named', text: "Mum's account is sort code 20-09-15, account number 66374958", values: ['20-09-15', '66374958'], level: 'high' },
    { name: 'with the holder by an initial', text: 'Account name: S Khan\nSort: 20-09-15\nAcc: 66374958', values: ['20-09-15', '66374958'], level: 'high' },
    { name: 'a school’s own, which is weak', text: 'Account name: Oakfield Academy\nSort: 20-09-15\nAcc: 66374958', values: ['20-09-15', '66374958'], level: 'low' },
    { name: 'ours, for a payment, which is weak', text: 'Please pay into our account: sort code 20-09-15, account 66374958.', values: ['20-09-15', '66374958'], level: 'low' },
    { name: 'a pair without a name near it, which is weak', text: 'sort code 08-99-99 account number 66374958', values: ['08-99-99', '66374958'], level: 'low' },
    { name: 'an account alone beside the words for one, which is weak', text: 'Account number 66374958', values: ['66374958'], level: 'low' },
  ],
  cleared: [
    { name: 'a worksheet', text: 'BBC Bitesize Maths unit 12 34 56 worksheet' },
    { name: 'a company number', text: 'Company number 07654321' },
    { name: 'a date and a reference', text: 'On 12-10-26 we ordered 66374958.' },
    { name: 'the made-up pair of instructions', text: 'sort code 12-34-56 account number 12345678' },
    { name: 'a club about codes', text: 'The account number 8 puzzle and sort code breaking club meet on Tuesdays' },
  ],
};
