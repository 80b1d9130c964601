import { ChoiceGroup, MessageBar, MessageBarType, Stack, Text, mergeStyles, useTheme } from '@fluentui/react';
import { useState } from 'react';
import type { DragEvent, ReactElement } from 'react';
import { FilePick } from '../../ui';
import { AS_IT_IS, policyOfFiles, shippedPolicy } from './choices';
import type { ChosenPolicy } from './choices';
import { Papers } from './papers';
import type { Publication } from './use-publication';

/** Which policy is signed: the one that is there, a shipped one, or packs of one's own. */
export function PolicyStep({ publication }: { readonly publication: Publication }): ReactElement {
  const { policy, site, before } = publication;
  const theme = useTheme();
  const [isOver, setOver] = useState(false);
  const take = (files: readonly File[]): void => {
    if (files.length > 0) void policyOfFiles(files).then(publication.takePolicy);
  };
  const choose = (source: ChosenPolicy['source']): void => {
    if (source === 'there') publication.takePolicy(AS_IT_IS);
    else if (source !== 'files') publication.takePolicy(shippedPolicy(source));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(Array.from(event.dataTransfer.files));
  };
  const isThere = site !== null && (site.hosted !== null || before !== null);
  const options = [
    ...(isThere ? [{ key: 'there', text: `The one that is there${before === null ? '' : `: ${before.policy.name} ${before.policy.version}`}` }] : []),
    { key: 'laat', text: 'LAAT, as it comes with Heed' },
    { key: 'teal', text: 'TEAL, as it comes with Heed' },
    ...(policy?.source === 'files' ? [{ key: 'files', text: `Your own: ${policy.packs.map(({ file }) => file).join(', ')}` }] : []),
  ];
  const inHand = policy?.source === 'there' ? (before?.policy ?? null) : (policy?.policy ?? null);
  return (
    <Stack tokens={{ childrenGap: 12 }}>
      <div
        className={mergeStyles({ padding: '10px 14px 14px', borderRadius: 4, border: `1px dashed ${isOver ? theme.palette.themePrimary : theme.palette.neutralTertiary}`, background: isOver ? theme.palette.themeLighterAlt : 'transparent' })}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <ChoiceGroup label="Sign" selectedKey={policy?.source ?? null} options={options} onChange={(_event, option) => choose((option?.key ?? 'there') as ChosenPolicy['source'])} />
        <Stack horizontal wrap verticalAlign="center" tokens={{ childrenGap: 10 }} styles={{ root: { marginTop: 12 } }}>
          <FilePick label="Choose your own pack" accept=".json,application/json" isMany onPick={take} />
          <Text variant="small">or drop it here. A trust with packs of its academies: all files together.</Text>
        </Stack>
      </div>
      <div role="status">
        {policy === null || policy.problems.length === 0 ? null : (
          <MessageBar messageBarType={MessageBarType.error} isMultiline>
            This pack cannot be signed yet:
            <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
              {policy.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </MessageBar>
        )}
        {(policy?.source === 'files' ? policy.packs : []).map(({ file, sha256 }) => (
          <Text key={file} block variant="small" styles={{ root: { marginTop: 6 } }}>
            {file}, SHA-256 {sha256}
          </Text>
        ))}
      </div>
      {inHand === null ? null : <Papers policy={inHand} forSchool={(id) => policy?.forSchool(id) ?? null} />}
    </Stack>
  );
}
