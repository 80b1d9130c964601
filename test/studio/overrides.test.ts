import { digestCsv, digestOf, hoursSince } from '../../src/studio/overrides/digest';
import { readEvents } from '../../src/studio/overrides/events';
import type { Record as Month } from '../../src/studio/overrides/events';
import { EMPTY_LOOKUP, eventsOf, missingInLookup, subjectAccess } from '../../src/studio/overrides/lookup';

const TODAY = '2026-11-18';
const event = (change: object = {}): object => ({ day: '2026-11-10', hours: '15-18', school: 'oakfield', rule: 'sensitive-attachment', pack: 'V1', severity: 'justify', outcome: 'sent-after-warning', reason: 'partner-agreement', recipients: 'partner', people: '1-9', client: 'web', pseudonym: '0011aabb', ...change });
const file = (change: object = {}): string => JSON.stringify({ format: 'heed events 1', period: { from: '2026-10-19', to: '2026-11-17' }, events: [], totals: [], reports: [], ...change });
const read = (change: object): Month => {
  const month = readEvents(file(change), TODAY, 90);
  if ('problem' in month) throw new Error(month.problem);
  return month;
};
const times = (count: number, change: object = {}): object[] => Array.from({ length: count }, () => event(change));
const problemOf = (change: object): string => {
  const month = readEvents(file(change), TODAY, 90);
  return 'problem' in month ? month.problem : '';
};

test('events are kept to the last of their days, and then are totals without a person', () => {
  // 20 August is 90 days before.
  const month = read({ events: [event({ day: '2026-08-20' }), event({ day: '2026-08-19' })] });
  expect(month.events.map(({ day }) => day)).toEqual(['2026-08-20']);
  expect(month.totals).toEqual([{ rule: 'sensitive-attachment', school: 'oakfield', reason: 'partner-agreement', outcome: 'sent-after-warning', sends: 1 }]);
  expect(month.folded).toBe(1);
});

test('events of rules about habits are totals at once, without school or reason, and so are totals that have them', () => {
  const month = read({ events: times(7, { rule: 'out-of-hours' }), totals: [{ rule: 'out-of-hours', school: 'oakfield', reason: null, outcome: 'sent-after-warning', sends: 3 }] });
  expect(month.events).toEqual([]);
  expect(month.totals).toEqual([{ rule: 'out-of-hours', school: null, reason: null, outcome: 'sent-after-warning', sends: 10 }]);
  expect(digestOf(month).overrides).toEqual([]);
});

test('a file with anything of an email, or of a protected correspondent, is refused with the place', () => {
  expect(problemOf({ events: [{ ...event(), subject: 'Trip' }] })).toBe('This is not a file of recorded events: events.0.subject: there is no such key. Events hold no address, no subject and no word of an email.');
  expect(problemOf({ events: [event({ recipients: 'protected' })] })).toContain('events.0.recipients');
  expect(problemOf({ events: [event({ pseudonym: 'dee@oakfield.example' })] })).toContain('write the pseudonym');
  expect(readEvents('{', TODAY, 90)).toEqual({ problem: 'This is not a file of recorded events: it is not JSON.' });
});

describe('the digest', () => {
  const month = read({ events: [...times(19), ...times(3, { school: 'fellside', reason: 'wrong-match' }), ...times(5, { outcome: 'changed', rule: 'credentials' })] });

  test('hides cells under five, and no sum gives one away', () => {
    const digest = digestOf(month);
    expect(digest.overrides.map(({ school, sends }) => [school, sends])).toEqual([['oakfield', 19], ['fellside', '<5']]);
    expect(digest.rules.find(({ rule }) => rule === 'sensitive-attachment')?.outcomes['sent-after-warning']).toBe('19+');
    expect(digest.rules.find(({ rule }) => rule === 'credentials')?.outcomes).toEqual({ changed: 5, 'sent-after-warning': 0, cancelled: 0, 'could-not-check': 0 });
  });

  test('as lines for a spreadsheet runs no formula', () => {
    const csv = digestCsv(digestOf(month), { rule: (id) => id, school: (id) => (id === 'oakfield' ? '=HYPERLINK("x")' : id), reason: (code) => code ?? '' });
    expect(csv.split('\r\n').slice(0, 2)).toEqual(['"Rule","School","Reason","Sends"', `"sensitive-attachment","'=HYPERLINK(""x"")","partner-agreement","19"`]);
  });

  test('counts hours to when a report was taken up, or to now', () => {
    const report = { at: '2026-11-16T10:00:00Z', school: 'oakfield', takenUp: null };
    expect([hoursSince(report, '2026-11-18T10:30:00Z'), hoursSince({ ...report, takenUp: '2026-11-16T13:59:00Z' }, '2026-11-18T10:00:00Z')]).toEqual([48, 3]);
  });
});

describe('a look at one person', () => {
  const form = { ...EMPTY_LOOKUP, pseudonym: '0011aabb', caseReference: 'HR-1', purpose: 'safeguarding', cause: 'A complaint.', approver: 'Director of HR', from: '2026-11-01', to: '2026-11-17', told: 'After the interview.' };

  test('needs each of its parts, and a second, other role', () => {
    expect(missingInLookup(form)).toEqual({});
    for (const part of ['pseudonym', 'caseReference', 'purpose', 'cause', 'approver', 'from', 'to', 'told'] as const) expect(Object.keys(missingInLookup({ ...form, [part]: ' ' }))).toEqual([part]);
    expect(missingInLookup({ ...form, approver: ' data protection OFFICER' })).toHaveProperty('approver');
    expect(missingInLookup({ ...form, to: '2026-10-31' })).toEqual({ to: 'The last day is before the first.' });
  });

  test('keeps to the person and the days; the export has all of the person and nothing else', () => {
    const month = read({ events: [event(), event({ day: '2026-10-30' }), event({ pseudonym: 'ffee0099' })] });
    expect(eventsOf(month, '0011aabb', '2026-11-01', '2026-11-17')).toHaveLength(1);
    const found = JSON.parse(subjectAccess(month, '0011aabb', 'SAR-1', 90));
    expect(found.events.map(({ day, pseudonym }: { day: string; pseudonym: string }) => [day, pseudonym])).toEqual([['2026-11-10', '0011aabb'], ['2026-10-30', '0011aabb']]);
    expect(found.retention).toContain('90 days');
  });
});
