import { maskIdentifiers } from '../detectors';
import type { AttachmentContent, ReportedFinding } from '../domain';
import { shortenMiddle } from '../text';

/** The longest file name in a note, in characters: with it a note stays within the 150 that Outlook shows. */
const LONGEST_NAME = 40;

/**
 * A note for each attachment that opens only with a password, since that has to go another way, or by its label: no rule is
 * broken. Left out where a finding says so already.
 */
export function encryptionNotes(contents: readonly AttachmentContent[], findings: readonly ReportedFinding[]): readonly string[] {
  const isSaid = (id: string): boolean => findings.some(({ concerns }) => concerns.includes(`password:${id}`));
  return contents
    .filter(({ attachment }) => !isSaid(attachment.id))
    .filter(({ attachment, inspection }) => attachment.kind !== 'link' && inspection.protection === 'protected' && /password|rights management/i.test(inspection.reason))
    .map(({ attachment, inspection }) => {
      const name = shortenMiddle(maskIdentifiers(attachment.name), LONGEST_NAME);
      if (/rights management/i.test(inspection.reason)) return `${name} is protected by its label: it opens only for the people it is meant for.`;
      const isOlder = inspection.note?.startsWith('It uses the older encryption') === true;
      return `${name} ${isOlder ? 'has older encryption, which is easier to break' : 'is encrypted'}. Give the password by phone or Teams, not in this email.`;
    });
}
