import type { AnyRule } from '../domain';
import { allStaff } from './all-staff';
import { chainMail } from './chain-mail';
import { inappropriateLanguage } from './inappropriate-language';
import { missingSubject } from './missing-subject';
import { outOfHours } from './out-of-hours';
import { personalRecipient } from './personal-recipient';
import { sensitiveAttachment } from './sensitive-attachment';

/** Every rule, in reading order; among findings of equal severity the earlier rule speaks first. */
export const rules: readonly AnyRule[] = [
  sensitiveAttachment,
  personalRecipient,
  allStaff,
  inappropriateLanguage,
  chainMail,
  missingSubject,
  outOfHours,
];
