import { Checkbox, ChoiceGroup, Label, Stack, Text, TextField } from '@fluentui/react';
import type { ReactElement } from 'react';
import type { ChoiceProblem, EarlierManifest, TypedChoices } from '../deployment';

const LANGUAGES = [
  ['cy-GB', 'Welsh'],
  ['pl-PL', 'Polish'],
] as const;

export interface SetupFormProps {
  readonly typed: TypedChoices;
  readonly problems: readonly ChoiceProblem[];
  readonly earlier: EarlierManifest | null;
  readonly earlierProblem: string | null;
  readonly onChange: (change: TypedChoices) => void;
  readonly onEarlier: (file: File) => void;
}

export function SetupForm({ typed, problems, earlier, earlierProblem, onChange, onEarlier }: SetupFormProps): ReactElement {
  const problemOf = (choice: string): string | undefined => problems.find((problem) => problem.choice === choice)?.message;
  const field = (choice: 'host' | 'name' | 'provider' | 'support', label: string, description: string, isRequired = false): ReactElement => (
    <TextField
      label={label}
      description={description}
      required={isRequired}
      value={typed[choice] ?? ''}
      // What is left empty has a default, but for the host.
      errorMessage={(typed[choice] ?? '') === '' ? '' : (problemOf(choice) ?? '')}
      onChange={(_event, value = '') => onChange({ [choice]: value === '' ? undefined : value })}
      spellCheck={false}
    />
  );
  const chosen = (typed.languages ?? '').split(',').filter((language) => language !== '');
  return (
    <Stack tokens={{ childrenGap: 14 }}>
      {field('host', 'Host', 'Where the archive’s site folder is served, such as https://heed.school.example.', true)}
      {field('name', 'Name in Outlook', 'What the dialogs are headed with. Heed when left empty.')}
      {field('provider', 'Provided by', 'Your trust, as the list of add-ins shows it. Heed when left empty.')}
      {field('support', 'Page for help', 'Where staff find help. The diagnosis page when left empty.')}
      <ChoiceGroup
        label="When Outlook cannot reach Heed"
        selectedKey={typed.sendMode ?? 'soft'}
        options={[
          { key: 'soft', text: 'An email still goes (soft)' },
          { key: 'block', text: 'An email does not go (block): a fault of your web server stops everybody' },
        ]}
        onChange={(_event, option) => onChange({ sendMode: option?.key })}
      />
      <div role="group" aria-labelledby="languages">
        <Label id="languages">Languages beside English</Label>
        <Stack horizontal tokens={{ childrenGap: 20 }}>
          {LANGUAGES.map(([tag, name]) => (
            <Checkbox
              key={tag}
              label={name}
              checked={chosen.includes(tag)}
              onChange={(_event, isChecked) => onChange({ languages: [...chosen.filter((each) => each !== tag), ...(isChecked === true ? [tag] : [])].join(',') })}
            />
          ))}
        </Stack>
      </div>
      <div>
        <Label htmlFor="earlier">The manifest that is deployed now, if there is one</Label>
        <input id="earlier" type="file" accept=".xml,.json,.zip" onChange={({ target }) => (target.files?.[0] === undefined ? undefined : onEarlier(target.files[0]))} />
        <Text block variant="small" role="status" styles={{ root: { marginTop: 4 } }}>
          {earlierProblem ?? (earlier === null ? 'Its id is kept and its version rises, so that Outlook takes the new one up.' : `Id ${earlier.id}, version ${earlier.version}: the id is kept, and the version rises.`)}
        </Text>
      </div>
    </Stack>
  );
}
