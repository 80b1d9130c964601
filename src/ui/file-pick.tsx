import { DefaultButton } from '@fluentui/react';
import { useRef } from 'react';
import type { ReactElement } from 'react';

export interface FilePickProps {
  readonly label: string;
  readonly accept: string;
  readonly isMany?: boolean;
  readonly isFolder?: boolean;
  readonly isDisabled?: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

/** A button that asks for files. The page reads them here; they go nowhere. */
export function FilePick({ label, accept, isMany = false, isFolder = false, isDisabled = false, onPick }: FilePickProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <DefaultButton text={label} disabled={isDisabled} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={isFolder ? undefined : accept}
        multiple={isMany}
        {...(isFolder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          onPick(Array.from(event.target.files ?? []));
          event.target.value = '';
        }}
      />
    </>
  );
}
