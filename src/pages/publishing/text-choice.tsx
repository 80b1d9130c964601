import { TextField } from '@fluentui/react';
import type { ReactElement } from 'react';
import { recordDateProblem } from '../../deployment';
import type { ChoiceProblem } from '../../deployment';
import { DateField } from '../../ui';
import { today } from './choices';
import { LABELS, capital, withBritishDates } from './in-words';

export interface TextChoiceProps {
  /** As the command calls it. */
  readonly choice: string;
  readonly value: string;
  readonly description?: string;
  readonly isDate?: boolean;
  readonly isShort?: boolean;
  readonly suffix?: string;
  readonly problems: readonly ChoiceProblem[];
  /** True when what is missing is said too. */
  readonly isAsked: boolean;
  readonly onType: (text: string) => void;
}

/** One line that somebody types, with what is wrong with it below. */
export function TextChoice({ choice, value, description, isDate = false, isShort = isDate, suffix, problems, isAsked, onType }: TextChoiceProps): ReactElement {
  // A day is judged as it is typed: the rest waits until there is a policy to sign.
  const early = isDate && value !== '' ? recordDateProblem(value, today()) : null;
  const problem = problems.find((each) => each.choice === choice)?.message ?? early ?? '';
  const field = {
    name: choice,
    label: LABELS[choice] ?? choice,
    ...(description === undefined ? {} : { description }),
    ...(suffix === undefined ? {} : { suffix }),
    value,
    errorMessage: value !== '' || isAsked ? capital(isDate ? withBritishDates(problem) : problem) : '',
    styles: { fieldGroup: { maxWidth: isShort ? 180 : 440 } },
    spellCheck: false,
    autoComplete: 'off',
  };
  // What is no date yet is judged as it is typed.
  return isDate ? <DateField {...field} onDate={(iso, typed) => onType(iso === '' ? typed : iso)} /> : <TextField {...field} onChange={(_event, text = '') => onType(text)} />;
}
