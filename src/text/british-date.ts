const BRITISH = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[,\s]+(\d{1,2})[:.](\d{2}))?\s*$/;
const ISO = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T\s](\d{2}):(\d{2}))?\s*$/;

/** `2026-11-23` as “23/11/2026”, `2026-11-23T06:00` as “23/11/2026 06:00”; any other text as it is. */
export function britishDate(iso: string): string {
  const found = ISO.exec(iso);
  if (found === null) return iso;
  const [, year, month, day, hour, minute] = found;
  return `${day}/${month}/${year}${hour === undefined ? '' : ` ${hour}:${minute}`}`;
}

function two(digits: string): string {
  return digits.length === 1 ? `0${digits}` : digits;
}

/** A day, or a day and its time, as a person in Britain types it, or as ISO writes it; null when there is no such day or time. */
export function isoFrom(text: string, hasTime: boolean): string | null {
  const british = BRITISH.exec(text);
  const iso = ISO.exec(text);
  const [, day, month, year, hour, minute] = british ?? (iso === null ? [] : [iso[0], iso[3], iso[2], iso[1], iso[4], iso[5]]);
  if (day === undefined || month === undefined || year === undefined || (hour === undefined) === hasTime) return null;
  const date = `${year}-${two(month)}-${two(day)}`;
  const moment = new Date(`${date}T00:00:00Z`);
  // 31/02 would be taken for a day in March.
  if (isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date) return null;
  if (hour === undefined || minute === undefined) return date;
  return Number(hour) < 24 && Number(minute) < 60 ? `${date}T${two(hour)}:${minute}` : null;
}
