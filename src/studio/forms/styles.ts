import { mergeStyles } from '@fluentui/react';

export const help = mergeStyles({ margin: '4px 0 0', fontSize: 12, maxWidth: 640 });
export const fieldset = mergeStyles({ margin: 0, padding: '4px 14px 10px', border: '1px solid currentColor', borderColor: 'var(--heed-line)', borderRadius: 4, minWidth: 0 });
export const legend = mergeStyles({ fontWeight: 600, padding: '0 6px' });
