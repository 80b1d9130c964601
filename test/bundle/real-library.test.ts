import fs from 'node:fs';
import path from 'node:path';
import type { DraftSeed } from '../../src/demo/compose/types';
import { createComposeHost, DEFAULT_MAILBOX } from '../../src/demo/host/compose-host';
import { createDriver } from '../../src/demo/host/driver';
import { readManifest } from '../../src/demo/manifest/read-manifest';
import { nativeRuntime } from '../../src/demo/native/native-runtime';
import { builtFolder } from '../built';

const root = path.resolve(__dirname, '..', '..');
const manifest = readManifest(fs.readFileSync(path.join(root, 'manifest.xml'), 'utf8'));
const said: string[] = [];
const driver = createDriver((change) =>
  createComposeHost({
    manifest: change(manifest),
    mailbox: DEFAULT_MAILBOX,
    startRuntime: nativeRuntime({
      files: { officeFolder: path.join(root, 'node_modules/@microsoft/office-js/dist'), demoFolder: path.join(root, 'src/demo') },
      script: () => fs.readFileSync(path.join(builtFolder(), 'launchevent.js'), 'utf8'),
      onConsole: (level, values) => said.push(`${level}: ${values.map(String).join(' ')}`),
    }),
  }),
);

beforeAll(() => void builtFolder(), 240_000);
afterAll(() => driver.dispose());

const register = { name: 'register.csv', text: 'Name,UPN,SEN need\nA Test,H801200001001,Autism\nB Test,P207000016049,Dyslexia\n' };

/** Runs the handler on Microsoft's own library and answers what the host was told. */
async function told(seed: DraftSeed, name = 'onMessageSend'): Promise<{ [option: string]: unknown }> {
  driver.load({ client: 'classic-desktop', seed });
  const ran = await driver.run(name, {}, 'event', 6000);
  expect(driver.violations().map(({ what }) => what)).toEqual([]);
  if (ran === 'no answer') throw new Error(`no answer; the console says:\n${said.join('\n')}`);
  expect(ran.status).toBe(0);
  return ran.context as { [option: string]: unknown };
}

describe('as built, on Microsoft’s own library', () => {
  test('a plain note goes', async () => {
    const answer = await told({ to: ['info@fellside.example'], subject: 'Open evening', html: '<p>See you there.</p>' });
    expect(answer).toEqual({ allowEvent: true });
  });

  test('a register to a parent is stopped, with what leads to the pane', async () => {
    const answer = await told({ to: ['k.parent@gmail.com'], subject: 'Register', html: '<p>Here.</p>', attachments: [register] });
    expect(answer).toMatchObject({ allowEvent: false, commandId: 'heedMessagePane' });
    expect(answer['errorMessage']).toContain('register.csv');
    expect(answer).not.toHaveProperty('sendModeOverride');
    expect(JSON.parse(String(answer['contextData']))).toMatchObject({ version: 1, report: { verdict: 'justify' } });
  });

  test('an empty subject can be sent anyway', async () => {
    expect(await told({ to: ['info@fellside.example'], subject: '', html: '<p>Hi</p>' })).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser' });
  });

  test('an attached mail and a mail with a cloud file are read as they are handed out', async () => {
    const forwarded = { name: 'Forwarded.eml', eml: `From: a@x.example\r\nTo: b@x.example\r\nSubject: Register\r\nContent-Type: text/csv\r\n\r\n${register.text}` };
    const answer = await told({ to: ['k.parent@gmail.com'], subject: 'Register', html: '<p><a href="https://1drv.ms/x/s!A">file</a></p>', attachments: [forwarded, { name: 'cloud.xlsx', url: 'https://1drv.ms/x' }] });
    expect(answer['allowEvent']).toBe(false);
    expect(answer['errorMessage']).toContain('Forwarded.eml');
  });

  test('a meeting is checked by its own handler', async () => {
    const answer = await told({ kind: 'appointment', required: ['k.parent@gmail.com'], subject: 'Review', html: '<p>Hi</p>', attachments: [register] }, 'onAppointmentSend');
    expect(answer).toMatchObject({ allowEvent: false, commandId: 'heedAppointmentPane' });
  });

  test('a warm-up says nothing, and the draft is remembered', async () => {
    driver.load({ client: 'classic-desktop', seed: { to: ['info@fellside.example'], subject: 'x', attachments: [register] } });
    expect(await driver.run('onMessageAttachmentsChanged', {}, 'event', 6000)).toMatchObject({ status: 0 });
    expect(JSON.stringify(driver.item()['sessionData'])).toContain('heed.inspections');
  });

  test('attachments come three at a time', async () => {
    const attachments = Array.from({ length: 8 }, (_, index) => ({ name: `letter ${index}.txt`, text: `Letter ${index}` }));
    expect(await told({ to: ['info@fellside.example'], subject: 'Letters', html: '<p>Hi</p>', attachments })).toEqual({ allowEvent: true });
    expect(driver.mostContentCalls()).toBeLessThanOrEqual(3);
  });
});
