import { holds, says } from './mail-writer';
import type { SchoolMail } from './mail-writer';

export const technicians: readonly SchoolMail[] = [
  holds('IT', 'a password in a sentence', (w) => `Your new account is set up. The password is ${w.secret('Tulip-Harbour-91')} and you will be asked to change it.`),
  holds('IT', 'user and password in two lines', (w) => `Username: supply3\nPassword: ${w.secret('Winter2026!x')}`),
  holds('IT', 'wifi for the visitor', (w) => `Guest wifi: Oakfield-Guest, key ${w.secret('blue7kettle42')}`),
  holds('IT', 'a shared login told in passing', (w) => `hi, log in to TTRS with 5hclass / ${w.secret('goldfish22')} and it should work`),
  holds('IT', 'a one-time code', (w) => `Your verification code is ${w.secret('482913')}. It ends in 10 minutes.`),
  holds('IT', 'a connection string', (w) => `Server=tcp:mis.example,1433;Database=sims;User ID=reader;Password=${w.secret('Qw9!kLm2z')};Encrypt=True`),
  holds('IT', 'an API key', (w) => `I put the key in the script: api_key = "${w.secret('a8F3kQ0zR7bN5mW2xT9cL4dV6')}"`),
  holds('IT', 'a private key', (w) => `${w.secret('-----BEGIN RSA PRIVATE KEY-----')}\nMIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy\n-----END RSA PRIVATE KEY-----`),
  holds('IT', 'a PIN for a door', (w) => `The PIN for the side gate is ${w.secret('7294')}, please don't share it.`),
  holds('IT', 'a password for the attached file', (w) => `The register is attached. Password for the file: ${w.secret('Heron!2288')}`),
  holds('IT', 'pwd in small letters', (w) => `sims login jbloggs pwd ${w.secret('Spring#4455')} thx`),
  says('IT', 'a password poster', 'Three random words make a strong password. Never share your password, and change it at once if you think somebody knows it.'),
  says('IT', 'a reset', 'To reset your password go to https://passwords.example/reset and follow the steps. Your password expires in 5 days. Forgotten your PIN? Ask the office.'),
  says('IT', 'a policy on passwords', 'Passwords must be at least 12 characters, with capitals and numbers. Do not write the password down. Password managers are allowed.'),
  says('IT', 'a ticket', 'Ticket 4010232137 (password reset, J. Bloggs) is closed. Asset OAK-LT-0417, serial 5CD1234XYZ.'),
  says('IT', 'a promise to phone', 'The zip is protected. I will ring you with the password.'),
  says('IT', 'a placeholder', 'Use the form: username: <your email>, password: <your password>. Example: password: ********'),
];
