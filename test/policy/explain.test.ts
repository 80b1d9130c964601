import fs from 'node:fs';
import path from 'node:path';
import { explainPolicy, loadPolicy } from '../../src/policy';
import type { Explained, PackFile } from '../../src/policy';
import { names, TODAY, toyRules } from './toy-rules';

function fixture(name: string, file: string): PackFile {
  return { file, text: fs.readFileSync(path.join(__dirname, 'valid', `${name}.json`), 'utf8') };
}

const { layers } = loadPolicy([fixture('trust', 'trust.json'), fixture('overlay-oakfield', 'oakfield.json')], toyRules, { names, today: TODAY });
const rows: readonly Explained[] = layers === null ? [] : explainPolicy(layers);

function row(place: string): Explained | undefined {
  return rows.find((each) => each.path === place);
}

describe('each value is explained with its layer and lock', () => {
  const expected: readonly [place: string, value: unknown, layer: string, locked: boolean][] = [
    ['name', 'Toy Trust', 'trust.json', true],
    ['unchecked.outside', 'warn', 'trust.json', true],
    ['documents.ICT.clauses.ICT-5-15.leadIn', null, 'product', true],
    ['documents.OakfieldStaff.clauses.OAK-1.text', 'Write to all staff on Fridays only.', 'oakfield.json', true],
    ['organisation.timeZone', 'Europe/London', 'trust.json', true],
    ['organisation.hours.mon', ['08:00', '17:00'], 'trust.json', false],
    ['organisation.schools[0].hours.fri', ['08:00', '15:30'], 'oakfield.json', false],
    ['organisation.schools[0].staff', 31, 'trust.json', false],
    ['organisation.schools[0].domains[0]', 'oakfield.example', 'trust.json', false],
    ['organisation.schools[0].domains[1]', 'mail.oakfield.example', 'oakfield.json', false],
    ['organisation.schools[1].name', 'Oakfield Nursery', 'oakfield.json', false],
    ['organisation.contacts.it', 'ext 300', 'oakfield.json', false],
    ['organisation.contacts.dpo', 'dpo@trust.example', 'trust.json', false],
    ['organisation.internalDomains', ['trust.example', '*.trust.example', '*.oakfield.example'], 'trust.json', true],
    ['detection.dictionary[1].term', 'Rainbow room', 'oakfield.json', false],
    ['rules.sensitive-attachment.severity.outside', 'justify', 'trust.json', false],
    ['rules.sensitive-attachment.severity.partner', 'warn', 'oakfield.json', false],
    ['rules.sensitive-attachment.severity.inside', 'inform', 'product', false],
    ['rules.sensitive-attachment.options.bulkPeople', 5, 'oakfield.json', false],
    ['rules.sensitive-attachment.options.minScoreOutside', 60, 'product', true],
    ['rules.personal-recipient.severity.plain', 'inform', 'product', true],
    ['rules.all-staff.options.listNames[0]', 'allstaff', 'product', false],
    ['rules.all-staff.options.listNames[2]', 'wholeschool', 'oakfield.json', false],
    ['rules.missing-subject.options.suggest', true, 'product', true],
    ['rules.out-of-hours.on', true, 'oakfield.json', false],
  ];
  test.each(expected)('%s', (place, value, layer, locked) => {
    expect(row(place)).toEqual({ path: place, value, layer, locked, lockedBy: locked ? 'Set by the Trust: Director of IT' : null });
  });

  test('nothing is explained twice, and every layer is one of the three', () => {
    expect(new Set(rows.map((each) => each.path)).size).toBe(rows.length);
    expect(new Set(rows.map((each) => each.layer))).toEqual(new Set(['product', 'trust.json', 'oakfield.json']));
  });
});

describe('one academy, and one person', () => {
  const chosen = layers === null ? [] : explainPolicy(layers, { academy: 'oakfield', personal: { ownAddresses: ['jo@home.example'], notMine: [], family: [], hours: null } });
  const at = (place: string): Explained | undefined => chosen.find((each) => each.path === place);

  test("a school's own hours stand in the organisation's place, with the overlay they came from", () => {
    expect(at('organisation.hours.fri')).toMatchObject({ value: ['08:00', '15:30'], layer: 'oakfield.json' });
    expect(at('organisation.contacts.head')).toMatchObject({ value: 'ext 301', layer: 'oakfield.json' });
    expect(at('organisation.contacts.dpo')).toMatchObject({ value: 'dpo@trust.example', layer: 'trust.json' });
  });

  test('a school without its own has those of the layer below', () => {
    const nursery = layers === null ? [] : explainPolicy(layers, { academy: 'oakfield-nursery' });
    expect(nursery.find((each) => each.path === 'organisation.hours.fri')).toMatchObject({ value: ['08:00', '17:00'], layer: 'trust.json' });
  });

  test("the person's own settings are the last layer, and lock nobody out", () => {
    expect(at('personal.ownAddresses')).toEqual({ path: 'personal.ownAddresses', value: ['jo@home.example'], layer: 'personal', locked: false, lockedBy: null });
    expect(rows.some((each) => each.layer === 'personal')).toBe(false);
  });
});
