import { DefaultButton, Dropdown, Stack, Text } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Policy } from '../../domain';
import { PAPERS, paperFile } from '../../publishing';
import { saveFile } from '../save-file';

const TYPES: { readonly [ending: string]: string } = { md: 'text/markdown', ps1: 'text/plain' };

const EVERYBODY = '';

/** What goes with a policy before it speaks to anybody. */
export function Papers({ policy, forSchool }: { readonly policy: Policy; readonly forSchool: (id: string) => Policy | null }): ReactElement {
  const [school, setSchool] = useState(EVERYBODY);
  const { schools } = policy.organisation;
  const save = (what: keyof typeof PAPERS, academy: string | null = null): void => {
    const { file, write } = PAPERS[what];
    saveFile(file, paperFile(file, write(academy === null ? policy : (forSchool(academy) ?? policy), academy)), TYPES[file.split('.').pop() ?? ''] ?? 'text/plain');
  };
  return (
    <div role="group" aria-labelledby="papers">
      <Text id="papers" block styles={{ root: { marginBottom: 6 } }}>
        Papers filled in from {policy.name} {policy.version}, to begin with:
      </Text>
      <Stack horizontal wrap verticalAlign="end" tokens={{ childrenGap: 10 }}>
        <DefaultButton text="Impact assessment" onClick={() => save('dpia')} />
        <DefaultButton text="Exchange rules" onClick={() => save('transport-rules')} />
        <DefaultButton text="Notice to staff" onClick={() => save('staff-notice', school === EVERYBODY ? null : school)} />
        {schools.length < 2 ? null : (
          <Dropdown
            label="The notice is for"
            selectedKey={school}
            options={[{ key: EVERYBODY, text: 'the whole trust' }, ...schools.map(({ id, name }) => ({ key: id, text: name }))]}
            onChange={(_event, option) => setSchool(String(option?.key ?? EVERYBODY))}
            styles={{ root: { minWidth: 220 } }}
          />
        )}
      </Stack>
    </div>
  );
}
