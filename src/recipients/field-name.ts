import type { RecipientField } from '../domain';

/** The field as the compose window names it. */
export function fieldName(field: RecipientField): string {
  switch (field) {
    case 'to':
      return 'To';
    case 'cc':
      return 'Cc';
    case 'bcc':
      return 'Bcc';
  }
}
