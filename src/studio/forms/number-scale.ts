/** Places on a slider's track whose range is too wide to be even. */
const PLACES = 200;

/** From this ratio of the ends on, each step of a slider multiplies: 50 and 75 of 10 to 1000 stand well apart. */
const WIDE = 20;

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
    const exact = Math.round(least * Math.exp((ratio * place) / PLACES));
    const value = exact === before ? before + Math.sign(place - placeOf(before)) : exact;
    return Math.min(most, Math.max(least, value));
  };
  return { least: 0, most: PLACES, placeOf, valueAt };
}
