import type { SensitiveData } from '../detectors';

/** Whose data it is and of what kind, in a few words: `26 pupils' SEN data`, `12 people's NHS numbers`. */
export function peoplesData(data: SensitiveData): string {
  const kind = (data.kinds[0] ?? 'personal details').replace(/ (?:needs|details|records)$/, ' data');
  if (data.people === 0) return kind;
  const whose = data.isAboutPupils ? ['pupil', 'pupils'] : ['person', 'people'];
  return data.people === 1 ? `1 ${whose[0]}'s ${kind}` : `${data.people} ${whose[1]}${whose[1]?.endsWith('s') === true ? "'" : "'s"} ${kind}`;
}
