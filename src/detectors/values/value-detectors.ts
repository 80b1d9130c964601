import { bankAccount } from './bank-account';
import { dateOfBirth } from './date-of-birth';
import type { ValueDetector } from '../detector';
import { drivingLicence } from './driving-licence';
import { iban } from './iban';
import { nhsNumber } from './nhs-number';
import { nino } from './nino';
import { passport } from './passport';
import { paymentCard } from './payment-card';
import { phone } from './phone';
import { postcode } from './postcode';
import { temporaryUpn } from './temporary-upn';
import { trn } from './trn';
import { uci } from './uci';
import { uln } from './uln';
import { upn } from './upn';
import { utr } from './utr';

/** Every detector of one written value, in the order in which a dialog would name them. */
export const valueDetectors: readonly ValueDetector[] = [
  upn,
  temporaryUpn,
  uln,
  uci,
  trn,
  nhsNumber,
  nino,
  utr,
  passport,
  drivingLicence,
  bankAccount,
  iban,
  paymentCard,
  dateOfBirth,
  phone,
  postcode,
];
