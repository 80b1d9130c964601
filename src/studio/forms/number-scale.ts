/** Places on a slider's track whose range is too wide to be even. */
const PLACES = 200;

/** From this ratio of the ends on, each step of a slider multiplies: 50 and 75 of 10 to 1000 stand well apart. */
const WIDE = 20;

/** The steps people think in: 50, 55, 60 …; the box beside the slider takes any number. */
function stepAt(value: number): number {
  if (value < 50) return 1;
  return value < 200 ? 5 : value < 1000 ? 10 : 50;
}

function rounded(value: number): number {
  const step = stepAt(value);
  return Math.round(value / step) * step;
}

/** How the places of a slider stand for numbers. */
export interface Scale {
  readonly least: number;
  readonly most: number;
  /** The place of a number. */
  placeOf(value: number): number;
  /** The number at a place, given the number before: never the same one when the place has moved. */
  valueAt(place: number, before: number): number;
}

export function scaleFor(least: number, most: number): Scale {
  if (least < 1 || most / least < WIDE) return { least, most, placeOf: (value) => value, valueAt: (place) => place };
  const ratio = Math.log(most / least);
  const placeOf = (value: number): number => Math.round((PLACES * Math.log(value / least)) / ratio);
  const valueAt = (place: number, before: number): number => {
    const round = rounded(least * Math.exp((ratio * place) / PLACES));
    const value = round === before ? rounded(before + stepAt(before) * Math.sign(place - placeOf(before))) : round;
    return Math.min(most, Math.max(least, value));
  };
  return { least: 0, most: PLACES, placeOf, valueAt };
}
