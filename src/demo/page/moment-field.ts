import { britishDate, isoFrom } from '../../text/british-date';
import { h, labelled, newId } from './dom';

const EXAMPLE = '23/11/2026 07:30';

/** A moment as `2026-11-23T07:30`, by this machine's clocks. */
function localIso(moment: number): string {
  return new Date(moment - new Date(moment).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export interface MomentField {
  readonly element: HTMLElement;
  /** Shows a moment, or none; not while somebody types. */
  show(moment: number | null): void;
}

/**
 * A field for a day and its time, by this machine's clocks, as Britain writes them: a browser's own field follows the
 * browser's language. `onMoment` is told of null when the field is emptied, and of nothing while what is typed is no moment.
 */
export function momentField(label: string, onMoment: (moment: number | null) => void): MomentField {
  const problemId = newId();
  const problem = h('span', { id: problemId, class: 'hint', role: 'alert' });
  const say = (isWrong: boolean): void => {
    input.setAttribute('aria-invalid', String(isWrong));
    problem.textContent = isWrong ? `Write it as ${EXAMPLE}.` : '';
  };
  const input = h('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'dd/mm/yyyy hh:mm',
    'aria-describedby': problemId,
    on: {
      change: () => {
        const iso = isoFrom(input.value, true);
        const isEmpty = input.value.trim() === '';
        say(!isEmpty && iso === null);
        if (isEmpty) onMoment(null);
        else if (iso !== null) onMoment(new Date(iso).getTime());
      },
    },
  });
  const element = labelled(label, input);
  let shown: number | null = null;
  element.append(problem);
  return {
    element,
    show: (moment) => {
      // What could not be read stays until there is another moment to show.
      if (document.activeElement === input || (moment === shown && input.getAttribute('aria-invalid') === 'true')) return;
      shown = moment;
      say(false);
      input.value = moment === null ? '' : britishDate(localIso(moment));
    },
  };
}
