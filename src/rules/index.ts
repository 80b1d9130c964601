import type { AnyRule } from '../domain';
import { allStaff } from './all-staff';
import { chainMail } from './chain-mail';
import { credentials } from './credentials';
import { executableAttachment } from './executable-attachment';
import { externalBulkCc } from './external-bulk-cc';
import { forgottenAttachment } from './forgotten-attachment';
import { inappropriateLanguage } from './inappropriate-language';
import { largeAttachment } from './large-attachment';
import { lookalikeDomain } from './lookalike-domain';
import { mediaFile } from './media-file';
import { missingSubject } from './missing-subject';
import { newDomainOnReply } from './new-domain-on-reply';
import { outOfHours } from './out-of-hours';
import { ownPersonalAccount } from './own-personal-account';
import { personalRecipient } from './personal-recipient';
import { pupilContact } from './pupil-contact';
import { sendAs } from './send-as';
import { sensitiveAttachment } from './sensitive-attachment';
import { sensitiveBody } from './sensitive-body';
import { suspiciousReply } from './suspicious-reply';
import { unapprovedFileShare } from './unapproved-file-share';
import { wrongList } from './wrong-list';

/** Every rule, in reading order; among findings of equal severity the earlier rule speaks first. */
export const rules: readonly AnyRule[] = [
  sensitiveAttachment,
  sensitiveBody,
  credentials,
  ownPersonalAccount,
  pupilContact,
  externalBulkCc,
  sendAs,
  personalRecipient,
  lookalikeDomain,
  newDomainOnReply,
  suspiciousReply,
  allStaff,
  wrongList,
  inappropriateLanguage,
  chainMail,
  unapprovedFileShare,
  executableAttachment,
  missingSubject,
  forgottenAttachment,
  largeAttachment,
  outOfHours,
  mediaFile,
];
