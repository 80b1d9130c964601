import { bankAccount, bankAccountNotes } from './bank-account';
import { credentials, credentialsNotes } from './credentials';
import { dateOfBirth, dateOfBirthNotes } from './date-of-birth';
import type { Detector, DetectorNotes } from './detector';
import { drivingLicence, drivingLicenceNotes } from './driving-licence';
import { emailList, emailListNotes } from './email-list';
import { iban, ibanNotes } from './iban';
import { nhsNumber, nhsNumberNotes } from './nhs-number';
import { nino, ninoNotes } from './nino';
import { passport, passportNotes } from './passport';
import { paymentCard, paymentCardNotes } from './payment-card';
import { phone, phoneNotes } from './phone';
import { postcode, postcodeNotes } from './postcode';
import { specialCategory, specialCategoryNotes } from './special-category';
import { temporaryUpn, temporaryUpnNotes } from './temporary-upn';
import { trn, trnNotes } from './trn';
import { uci, uciNotes } from './uci';
import { uln, ulnNotes } from './uln';
import { upn, upnNotes } from './upn';
import { utr, utrNotes } from './utr';

/** A detector with what the docs say about it. */
export type DescribedDetector = Detector & DetectorNotes;

/** Every detector with its notes, in the order of the docs. */
export function describeDetectors(): readonly DescribedDetector[] {
  return [
    { ...upn, ...upnNotes },
    { ...temporaryUpn, ...temporaryUpnNotes },
    { ...uln, ...ulnNotes },
    { ...uci, ...uciNotes },
    { ...trn, ...trnNotes },
    { ...nhsNumber, ...nhsNumberNotes },
    { ...nino, ...ninoNotes },
    { ...utr, ...utrNotes },
    { ...passport, ...passportNotes },
    { ...drivingLicence, ...drivingLicenceNotes },
    { ...bankAccount, ...bankAccountNotes },
    { ...iban, ...ibanNotes },
    { ...paymentCard, ...paymentCardNotes },
    { ...dateOfBirth, ...dateOfBirthNotes },
    { ...phone, ...phoneNotes },
    { ...postcode, ...postcodeNotes },
    { ...emailList, ...emailListNotes },
    { ...credentials, ...credentialsNotes },
    { ...specialCategory, ...specialCategoryNotes },
  ];
}
