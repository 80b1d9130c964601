import { drawn } from './drawn';
import type { DetectorCases } from './story';

const key = (beginning: string, length: number): string => beginning + drawn(length);

export const cases: DetectorCases = {
  found: [
    { name: 'a user name and a password', text: 'username: jbell  password: Tr0ub4dor&3', values: ['Tr0ub4dor&3'], level: 'high' },
    { name: 'a temporary password', text: 'Your temporary password: Xk9#mPq2', values: ['Xk9#mPq2'], level: 'high' },
    { name: 'a user and a pw', text: 'SIMS login details - user: office1 / pw: Autumn2026!', values: ['Autumn2026!'] },
    { name: 'a passcode for a portal', text: 'passcode for the portal = 8842-QZ', values: ['8842-QZ'] },
    { name: 'a password after “is”', text: 'The Wi-Fi password is Oakfield-Guest-2026.', values: ['Oakfield-Guest-2026'], level: 'high' },
    { name: 'a password that is told before the word', text: 'I have set it to Kestrel77! (your password)', values: ['Kestrel77!'] },
    { name: 'what opens a file, explained afterwards', text: "Use Kestrel77 to open the attachment (that's the password).", values: ['Kestrel77'] },
    { name: 'passwords that were asked for', text: 'Passwords as requested: Kestrel77 for the first.', values: ['Kestrel77'] },
    { name: 'a password on the next line', text: 'Password:\nXk9#mPq2', values: ['Xk9#mPq2'], level: 'high' },
    { name: 'a password in quotation marks, with spaces', text: 'the password for this document is “Oak field 12”', values: ['Oak field 12'] },
    { name: 'three words', text: 'The password to open the attachment is: coffee-train-window', values: ['coffee-train-window'] },
    { name: 'one word after a label', text: 'password: sunshine', values: ['sunshine'] },
    { name: 'the password first', text: 'Please use Tr0ub4dor&3 as the password.', values: ['Tr0ub4dor&3'], level: 'medium' },
    { name: 'a pair after “login details”', text: 'Login details: office1 / Autumn2026!', values: ['Autumn2026!'], level: 'medium' },
    { name: 'a word everyone tries', text: 'The password is Password1', values: ['Password1'], level: 'high' },
    { name: 'a one-time code', text: 'Your verification code is 482913', values: ['482913'] },
    { name: 'an alarm code', text: 'The alarm code is 4821#', values: ['4821#'] },
    { name: 'a door code without a sign', text: 'door code 4821', values: ['4821'], level: 'high' },
    { name: 'a connection string', text: 'Server=db;User Id=sa;Password=S3cr3t!pass;', values: ['S3cr3t!pass'], level: 'high' },
    { name: 'a password in an address', text: 'https://admin:S3cretPw@db.example.org/x', values: ['S3cretPw'], level: 'high' },
    { name: 'an API key', text: `api key: ${key('9f8', 32)}`, values: [key('9f8', 32)], level: 'high' },
    { name: "a cloud service's key", text: `It is ${key('ghp_', 36)}`, values: [key('ghp_', 36)], level: 'high' },
    { name: 'a Microsoft Entra secret', text: `value ${key('abc8Q~', 34)}`, values: [key('abc8Q~', 34)], level: 'high' },
    { name: 'a private key', text: `-----BEGIN RSA PRIVATE KEY-----\n${drawn(64)}\n-----END RSA PRIVATE KEY-----`, level: 'high' },
  ],
  cleared: [
    { name: 'a reminder about resets', text: 'Password reset is now self-service. We will never ask for your password.' },
    { name: 'a poster', text: 'Your password must be at least 12 characters. Passwords like Password1 are easily guessed.' },
    { name: 'a promise to telephone', text: "I'll phone the password through." },
    { name: 'sent in another way', text: 'The password will be sent separately.' },
    { name: 'a placeholder', text: 'password: <your password>' },
    { name: 'stars', text: 'password: ********' },
    { name: 'an empty form', text: 'Username: ______ Password: ______' },
    { name: 'a required field', text: 'Password: required' },
    { name: 'a date of expiry', text: 'Password expires: 12/03/2026' },
    { name: 'code that asks for one', text: 'password = getPassword();' },
    { name: 'a bad example', text: 'e.g. password: Fluffy123 is weak' },
    { name: 'the passcode of a meeting', text: 'Zoom meeting ID: 123 456 789 Passcode: 8Hq2Kx' },
    { name: 'pinning and passing', text: 'Pin the poster up and pass the parcel at 2026 Fun Day. The pass mark was 64.' },
    { name: "a surprise", text: 'secret santa: 12 December' },
  ],
};
