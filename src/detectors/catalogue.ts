import { bankAccount, bankAccountNotes } from './values/bank-account';
import { credentials, credentialsNotes } from './secrets/credentials';
import { dateOfBirth, dateOfBirthNotes } from './values/date-of-birth';
import type { Detector, DetectorNotes } from './detector';
import { drivingLicence, drivingLicenceNotes } from './values/driving-licence';
import { emailList, emailListNotes } from './people/email-list';
import { iban, ibanNotes } from './values/iban';
import { nhsNumber, nhsNumberNotes } from './values/nhs-number';
import { nino, ninoNotes } from './values/nino';
import { passport, passportNotes } from './values/passport';
import { paymentCard, paymentCardNotes } from './values/payment-card';
import { phone, phoneNotes } from './values/phone';
import { postcode, postcodeNotes } from './values/postcode';
import { specialCategory, specialCategoryNotes } from './told/special-category';
import { temporaryUpn, temporaryUpnNotes } from './values/temporary-upn';
import { trn, trnNotes } from './values/trn';
import { uci, uciNotes } from './values/uci';
import { uln, ulnNotes } from './values/uln';
import { upn, upnNotes } from './values/upn';
import { utr, utrNotes } from './values/utr';

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
