import { Icon } from '@fluentui/react';
import type { ReactElement } from 'react';

/** Says that a setting is locked, and who can change it. */
export function Padlock({ owner }: { readonly owner: string }): ReactElement {
  return (
    <p style={{ display: 'flex', gap: 6, alignItems: 'center', margin: '4px 0 0', fontSize: 12, fontWeight: 600 }}>
      <Icon iconName="heed-protect" />
      Set by the Trust: {owner}
    </p>
  );
}
