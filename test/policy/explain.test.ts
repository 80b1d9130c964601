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
    expect(row(place)).toEqual({ path: place, value, layer, locked });
  });

  test('nothing is explained twice, and every layer is one of the three', () => {
    expect(new Set(rows.map((each) => each.path)).size).toBe(rows.length);
    expect(new Set(rows.map((each) => each.layer))).toEqual(new Set(['product', 'trust.json', 'oakfield.json']));
  });
});
