import type { AnyRule } from '../domain';
import { allStaff } from './all-staff';
import { chainMail } from './chain-mail';
import { forgottenAttachment } from './forgotten-attachment';
import { inappropriateLanguage } from './inappropriate-language';
import { lookalikeDomain } from './lookalike-domain';
import { missingSubject } from './missing-subject';
import { newDomainOnReply } from './new-domain-on-reply';
import { outOfHours } from './out-of-hours';
import { personalRecipient } from './personal-recipient';
import { sensitiveAttachment } from './sensitive-attachment';
import { suspiciousReply } from './suspicious-reply';
import { unapprovedFileShare } from './unapproved-file-share';
import { wrongList } from './wrong-list';

/** Every rule, in reading order; among findings of equal severity the earlier rule speaks first. */
export const rules: readonly AnyRule[] = [
  sensitiveAttachment,
  personalRecipient,
  lookalikeDomain,
  newDomainOnReply,
  suspiciousReply,
  allStaff,
  wrongList,
  inappropriateLanguage,
  chainMail,
  unapprovedFileShare,
  missingSubject,
  forgottenAttachment,
  outOfHours,
];
