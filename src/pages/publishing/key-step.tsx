import { DefaultButton, MessageBar, MessageBarType, Stack, Text } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { LINES } from '../frame';
import { makeKeyPair, PRIVATE_KEY_FILE } from '../../publishing';
import { FilePick } from '../../ui';
import { saveFile } from '../save-file';
import { keyOf } from './choices';
import type { Publication } from './use-publication';

const KEEP = `${PRIVATE_KEY_FILE} is among your downloads. Move it to where only whoever publishes can read it, put a copy in the safe, and then choose it here.`;

/** The key: chosen from a file, or made and saved as one. The page forgets it when it is closed. */
export function KeyStep({ publication }: { readonly publication: Publication }): ReactElement {
  const { key, keyProblem, site } = publication;
  const [made, setMade] = useState('');
  const make = (): void => {
    setMade('Making a key.');
    void makeKeyPair().then(({ privatePem }) => {
      saveFile(PRIVATE_KEY_FILE, privatePem, 'application/x-pem-file');
      setMade(KEEP);
    });
  };
  const own = site?.settings?.key ?? null;
  const isAnother = key !== null && own !== null && own !== key.key.modulus;
  return (
    <Stack tokens={{ childrenGap: 12 }}>
      <Text block styles={LINES}>Every Outlook follows only what is signed with your key. It is made once, and stays with whoever publishes: whoever has it decides what Heed does.</Text>
      <Stack horizontal wrap tokens={{ childrenGap: 10 }}>
        <FilePick
          label={key === null ? 'Choose the private key' : 'Choose another key'}
          accept=".pem,.key,application/x-pem-file"
          onPick={([file]) => {
            setMade('');
            if (file !== undefined) void keyOf(file).then(publication.takeKey);
          }}
        />
        <DefaultButton text="Make a key" onClick={make} />
      </Stack>
      {own !== null && key === null ? <Text block variant="small" styles={LINES}>This site has a key already. With another one, every add-in has to be given the new files: make one only when yours is lost, or seen by others.</Text> : null}
      <div role="status">
        {keyProblem !== '' ? (
          <MessageBar messageBarType={MessageBarType.error} isMultiline>
            {keyProblem}
          </MessageBar>
        ) : made !== '' ? (
          <MessageBar messageBarType={made === KEEP ? MessageBarType.warning : MessageBarType.info} isMultiline>
            {made}
          </MessageBar>
        ) : key === null ? null : (
          <MessageBar messageBarType={isAnother ? MessageBarType.warning : MessageBarType.success} isMultiline>
            {key.file} is a key that policies can be signed with{own === null ? '' : isAnother ? ', but not the one of this site' : ', and the one of this site'}.
          </MessageBar>
        )}
      </div>
    </Stack>
  );
}
