import { ChoiceGroup, Stack } from '@fluentui/react';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { sharesInWords } from '../../deployment';
import { sharesChanged } from './choices';
import { LABELS, MODES } from './in-words';
import { TextChoice } from './text-choice';
import type { Publication } from './use-publication';

export interface StepProps {
  readonly publication: Publication;
  readonly isAsked: boolean;
}

/** How far Heed goes, and with whom. */
export function RolloutStep({ publication, isAsked }: StepProps): ReactElement {
  const { typed, before, problems, type } = publication;
  const deployment = before?.deployment ?? null;
  const shares = deployment === null ? '' : sharesInWords(deployment);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (shares !== '') setOpen(true);
  }, [shares]);
  const common = { problems, isAsked };
  return (
    <Stack tokens={{ childrenGap: 14 }}>
      <ChoiceGroup label={LABELS['mode'] ?? ''} selectedKey={typed.mode ?? deployment?.mode ?? 'monitor-only'} options={MODES.map(([key, text]) => ({ key, text }))} onChange={(_event, option) => type({ mode: option?.key })} />
      <TextChoice {...common} choice="rollout" isShort suffix="%" value={typed.rollout ?? String(deployment?.rollout.percent ?? 100)} description="0 to 100. Whoever is in at 5 is in at 25." onType={(rollout) => type({ rollout })} />
      <TextChoice {...common} choice="rings" value={typed.rings ?? deployment?.rollout.rings.join(', ') ?? ''} description="Addresses, domains or ids of schools in the policy, such as it@school.example, oakfield.example." onType={(rings) => type({ rings })} />
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary style={{ cursor: 'pointer', padding: '4px 0' }}>A share for one school or rule, or a number of your own</summary>
        <Stack tokens={{ childrenGap: 14 }} styles={{ root: { marginTop: 8 } }}>
          <TextChoice
            {...common}
            choice="rollout-for"
            value={publication.typedShares ?? shares}
            description="Such as oakfield=100, out-of-hours=25: a school’s own share, or a smaller one for a rule."
            onType={(text) => publication.type({ rolloutFor: sharesChanged(text, shares) }, text)}
          />
          <TextChoice {...common} choice="serial" isShort value={typed.serial ?? ''} description="One more than before when left empty. Clients take up no lower one than they have seen." onType={(serial) => type({ serial: serial === '' ? undefined : serial })} />
        </Stack>
      </details>
    </Stack>
  );
}
