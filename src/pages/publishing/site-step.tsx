import { MessageBar, MessageBarType, PrimaryButton, Stack, Text } from '@fluentui/react';
import type { ReactElement } from 'react';
import { LINES } from '../frame';
import { inShort } from '../../publishing';
import { FilePick } from '../../ui';
import { canPickFolder, folderOfFiles, pickFolder } from './folder';
import { TextChoice } from './text-choice';
import type { Publication } from './use-publication';

function served({ served: answer }: Publication): string {
  if (answer === null) return '';
  if (answer.isAsking) return `Asking ${answer.host} which policy it serves.`;
  if (answer.isSilent) return `${answer.host} does not answer from here.`;
  return answer.before === null ? `${answer.host} serves no policy of this key.` : `${answer.host} serves ${inShort(answer.before)}.`;
}

/** The folder that is uploaded, and where it is served. */
export function SiteStep({ publication, isAsked }: { readonly publication: Publication; readonly isAsked: boolean }): ReactElement {
  const { folder, site, siteProblem, before, typed, problems } = publication;
  const pick = (): void => {
    void pickFolder().then((picked) => {
      if (picked !== null) publication.takeFolder(picked);
    });
  };
  const isNew = site !== null && site.hosted === null;
  return (
    <Stack tokens={{ childrenGap: 12 }}>
      <Text block styles={LINES}>The site folder of the archive that you unpacked, the one that you upload.</Text>
      <Stack horizontal wrap tokens={{ childrenGap: 10 }}>
        {canPickFolder() ? <PrimaryButton text={folder === null ? 'Choose the site folder' : 'Choose another folder'} onClick={pick} /> : null}
        <FilePick label="Read the folder, save a zip" accept="" isFolder onPick={(files) => (files.length === 0 ? undefined : publication.takeFolder(folderOfFiles(files)))} />
      </Stack>
      <Text block variant="small" styles={LINES}>
        {canPickFolder() ? 'The first button writes the changed files into the folder. If it is not allowed here, take the second: ' : 'This browser does not write into folders: '}
        it reads the folder and saves a zip of the files that changed. Your browser may call that an upload; nothing is sent.
      </Text>
      <div role="status">
        {siteProblem !== '' ? (
          <MessageBar messageBarType={MessageBarType.error} isMultiline>
            {siteProblem}
          </MessageBar>
        ) : site === null || folder === null ? null : (
          <MessageBar messageBarType={MessageBarType.success} isMultiline>
            {folder.called()}: {isNew ? 'a new site, with no policy of its own yet' : before === null ? 'a policy is in it' : inShort(before)}.
            {folder.isWritten ? '' : ' What changes is saved as a zip.'}
          </MessageBar>
        )}
      </div>
      {site === null ? null : (
        <div>
          <TextChoice choice="host" value={typed.host ?? site.settings?.origin ?? ''} description="Where the folder is served, such as https://heed.school.example." problems={problems} isAsked={isAsked} onType={(host) => publication.type({ host })} />
          <Text block variant="small" role="status" styles={{ root: { marginTop: 4 } }}>
            {served(publication)}
          </Text>
        </div>
      )}
    </Stack>
  );
}
