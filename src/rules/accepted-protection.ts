import type { AcceptedProtection, AttachmentContent, Inspection, ProtectionMethod } from '../domain';

const BY_FORMAT = new Map<string, ProtectionMethod>([
  ['pdf', 'pdf-user-password'],
  ['zip', 'zip-aes'],
  ['7z', '7z'],
  ['cms', 'smime'],
  ['eml', 'smime'],
  ['rpmsg', 'purview-label'],
]);
for (const format of 'docx xlsx pptx doc xls ppt ooxml compound-file'.split(' ')) BY_FORMAT.set(format, 'office-encrypted');

/** How a protected file is kept from the wrong reader, as policies name it; null for a way that they have no name for. */
function methodOf({ format, reason, note }: Inspection): ProtectionMethod | null {
  if (/rights management/i.test(reason)) return 'purview-label';
  if (format === 'zip' && note !== null && /older encryption/i.test(note)) return 'zip-zipcrypto';
  return BY_FORMAT.get(format) ?? null;
}

/** True for a file that the wrong reader cannot open, in a way the policy accepts. */
export function isKeptShut({ inspection }: AttachmentContent, { accept }: AcceptedProtection): boolean {
  const method = methodOf(inspection);
  return inspection.protection === 'protected' && (method === null || accept.includes(method));
}

/** True for a draft with a label on which Microsoft 365 encrypts the whole mail. */
export function isLabelled(label: string, { accept, labels = [] }: AcceptedProtection): boolean {
  return accept.includes('purview-label') && labels.includes(label);
}

/** The words in the subject on which a gateway encrypts the whole mail; null when there are none or the policy has none. */
export function gatewayTag(subject: string, { accept, subjectTags }: AcceptedProtection): string | null {
  if (!accept.includes('subject-tag')) return null;
  const lower = subject.toLowerCase();
  return subjectTags.find((tag) => lower.includes(tag.toLowerCase())) ?? null;
}
