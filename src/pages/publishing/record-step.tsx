import { Stack, Text } from '@fluentui/react';
import type { ReactElement } from 'react';
import { LINES } from '../frame';
import type { StepProps } from './rollout-step';
import { TextChoice } from './text-choice';

/** What has to be on record before Heed may speak to anybody. */
export function RecordStep({ publication, isAsked }: StepProps): ReactElement {
  const { typed, before, problems, type } = publication;
  const record = before?.deployment.authorisation ?? null;
  const common = { problems, isAsked };
  return (
    <Stack tokens={{ childrenGap: 14 }}>
      <Text block styles={LINES}>Heed stays in monitor-only until all five are on record. They are signed with the policy.</Text>
      <TextChoice {...common} choice="authorised-by" value={typed.authorisedBy ?? record?.by ?? ''} description="Such as Trust Board." onType={(authorisedBy) => type({ authorisedBy })} />
      <TextChoice {...common} choice="authorised-on" isDate value={typed.authorisedOn ?? record?.on ?? ''} onType={(authorisedOn) => type({ authorisedOn })} />
      <TextChoice {...common} choice="minute" value={typed.minute ?? record?.minute ?? ''} description="Where it is written down, such as 12/26." onType={(minute) => type({ minute })} />
      <TextChoice {...common} choice="dpia" value={typed.dpia ?? record?.dpia ?? ''} description="The reference of the data protection impact assessment." onType={(dpia) => type({ dpia })} />
      <TextChoice {...common} choice="staff-told-on" isDate value={typed.staffToldOn ?? record?.staffToldOn ?? ''} onType={(staffToldOn) => type({ staffToldOn })} />
    </Stack>
  );
}
