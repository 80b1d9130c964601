import { TextField } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { FixButton, words } from '../ui';

/** The longest subject that Outlook takes, in characters. */
const LONGEST_SUBJECT = 255;

export interface SubjectFixProps {
  readonly suggestion: string | null;
  readonly isPrimary: boolean;
  readonly isWaiting: boolean;
  readonly onUse: (subject: string) => void;
}

/** A field with the suggested subject in it, if there is one, and the button that uses what it holds. */
export function SubjectFix({ suggestion, isPrimary, isWaiting, onUse }: SubjectFixProps): ReactElement {
  const [subject, setSubject] = useState(suggestion ?? '');
  const [isMissing, setMissing] = useState(false);
  const use = (): void => {
    if (subject.trim() === '') setMissing(true);
    else onUse(subject.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWaiting) use();
      }}
    >
      <TextField
        label={words.subjectLabel}
        value={subject}
        maxLength={LONGEST_SUBJECT}
        onChange={(_, value) => {
          setSubject(value ?? '');
          setMissing(false);
        }}
        {...(isMissing ? { errorMessage: words.subjectMissing } : {})}
        styles={{ root: { marginBottom: 6 } }}
      />
      <FixButton words={words.addSubject} icon="heed-subject" isPrimary={isPrimary} isWaiting={isWaiting} onPress={use} />
    </form>
  );
}
