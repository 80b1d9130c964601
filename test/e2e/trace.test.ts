import { strToU8, zipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { parseTrace, traceStage } from '../../src/demo/host/trace-stage';
import type { Stage } from '../../src/demo/host/driver';
import type { Trace } from '../../src/domain';
import { builtFolder } from '../built';
import { launchBrowser } from './find-browser';
import { openServedStage, openWebStage } from './web-stage';
import type { WebStage } from './web-stage';

jest.setTimeout(90_000);

const MORNING = Date.parse('2026-11-18T10:00:00Z');
const PUPILS = 'Name,UPN,SEN need\nA Quokka,H801200001001,Autism\nB Wombat,P207000016049,Dyslexia\n';

/** What only the one who was there has seen. */
const STORY: Stage = {
  clockShift: MORNING - Date.now(),
  requirementSet: '1.14',
  locale: 'pl-PL',
  seed: {
    from: { name: 'Dee Marlow', address: 'dee.marlow@oakfield.example' },
    to: ['Kim Platypus <k.platypus@gmail.com>', 'office@numbat.example'],
    cc: ['a@numbat.example', 'b@numbat.example'],
    subject: 'Quokka register',
    text: 'Dear Kim, NHS number 999 000 0018.',
    attachments: [
      { name: 'quokka.csv', text: PUPILS },
      { name: 'wombat.csv', text: PUPILS },
    ],
  },
  faults: [{ api: 'getAttachmentContentAsync', kind: 'fails', code: 9020, attachment: 'wombat.csv' }],
};

/** Everything but when and for how long. */
function measures({ client, policy, draft, reads, verdict, findings, unchecked, selfTest }: Trace): unknown {
  return {
    client,
    policy: { name: policy.name, version: policy.version, from: policy.from },
    recipients: [...(draft?.recipients ?? [])].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    attachments: draft?.attachments.map(({ kind, inspection, matches }) => ({ kind, protection: inspection?.protection, upn: matches['upn'] })),
    body: draft?.bodyMatches,
    failed: reads.filter(({ outcome }) => outcome === 'failed').map(({ what, code }) => `${what} ${code}`),
    verdict,
    findings: findings.map(({ rule, situation, severity }) => `${rule} ${situation} ${severity}`).sort(),
    unchecked,
    selfTest: selfTest?.outcome,
  };
}

describe('a trace, from the pane to the simulator', () => {
  let browser: Browser;
  let stage: WebStage;
  beforeAll(async () => {
    builtFolder();
    browser = await launchBrowser();
    stage = await openWebStage(browser);
  }, 400_000);
  afterAll(() => browser.close());

  async function traceNow(): Promise<string> {
    await stage.driver.openCommand('heedMessagePane');
    const pane = await stage.paneFrame();
    const open = pane.getByRole('button', { name: /^(?:What works here|Co tutaj działa)$/ });
    await open.click();
    await pane.getByRole('button', { name: /^(?:Make a trace|Przygotuj ślad)/ }).click();
    const text = pane.locator('textarea[readonly]');
    await text.waitFor({ timeout: 30_000 });
    return text.inputValue();
  }

  test('replayed on a made-up draft it ends in the same trace', async () => {
    await stage.driver.load(STORY);
    const text = await traceNow();
    for (const word of ['quokka', 'wombat', 'platypus', 'numbat', 'marlow', 'kim', 'register', 'h8012', 'gmail', '999']) expect([word, text.toLowerCase().includes(word)]).toEqual([word, false]);
    const trace = parseTrace(text) as Trace;
    expect(trace).toMatchObject({ format: 'heed-trace', verdict: 'justify', selfTest: { outcome: 'works' }, client: { host: 'OutlookWebApp', mailboxSet: '1.14' } });
    expect(trace.unchecked).toBe(1);

    const { stage: replay, notShown } = traceStage(trace, Date.now());
    expect(notShown).toEqual([]);
    await stage.driver.load(replay);
    expect(measures(parseTrace(await traceNow()) as Trace)).toEqual(measures(trace));
    await stage.driver.pressSend();
    expect(await stage.driver.settle(8_000)).toMatchObject({ dialog: { kind: 'stopped' } });
    expect(stage.errors).toEqual([]);
  });

  test('no word of any part of a draft is in it, as text or in base64', async () => {
    const CANARIES = ['potoroo', 'bandicoot', 'bilby', 'dunnart', 'kowari', 'quoll', 'thylacine', 'wallaroo', 'numbat', 'cassowary', 'dingo', 'echidna'];
    const zip = zipSync({ 'bandicoot/bilby 7B.csv': strToU8(`${PUPILS}Dunnart,bilby,kowari\n`) });
    await stage.driver.load({
      clockShift: MORNING - Date.now(),
      seed: {
        from: { name: 'Potoroo Marlow', address: 'potoroo@oakfield.example' },
        to: ['Quoll Parent <quoll@thylacine.example>'],
        bcc: ['Wallaroo <wallaroo@numbat.example>'],
        subject: 'Cassowary: the plan for Dingo',
        html: '<p>Dear Quoll, Dingo Smith has autism, ring 020 7946 0018. <a href="https://numbat.example/echidna">echidna</a></p><hr><p>From: Wallaroo<br>Sent: Monday<br>Subject: Kowari</p><p>The thylacine.</p>',
        attachments: [
          { name: 'bandicoot.zip', base64: Buffer.from(zip).toString('base64') },
          { name: 'letter.dunnart', text: 'Kowari and cassowary' },
          { name: 'echidna', text: PUPILS },
        ],
      },
      faults: [{ api: 'getAttachmentContentAsync', kind: 'fails', code: 9020, attachment: 'echidna' }],
    });
    const text = await traceNow();
    const trace = parseTrace(text) as Trace;
    expect(trace.draft?.attachments).toHaveLength(3);
    expect(trace.findings.length).toBeGreaterThan(0);
    const shown = `${text}\n${await (await stage.paneFrame()).locator('dl').innerText()}`.toLowerCase();
    for (const word of CANARIES) {
      // Wherever three bytes begin, the middle of a word in base64 is one of three.
      const coded = [0, 1, 2].map((lead) => Buffer.from(`${' '.repeat(lead)}${word}`).toString('base64').slice(lead === 0 ? 0 : 4, -4).toLowerCase());
      expect([word, [word, ...coded].filter((form) => form.length > 3 && shown.includes(form))]).toEqual([word, []]);
    }
  });

  test('in a client below 1.14 it says that sending is not checked', async () => {
    await stage.driver.load({ ...STORY, requirementSet: '1.9', locale: 'en-GB' });
    const facts = await (async () => {
      await traceNow();
      return (await stage.paneFrame()).locator('dl').innerText();
    })();
    expect(facts).toContain('Sending is not checked in this Outlook: it has Mailbox 1.9');
  });

  test('pasted into the window, it opens the draft and says what was found then', async () => {
    await stage.driver.load({ ...STORY, locale: 'en-GB' });
    const text = await traceNow();
    const served = await openServedStage(browser);
    try {
      await served.page.getByText('Replay one that was sent to you').click();
      const field = served.page.getByLabel('Trace');
      await field.fill('{');
      await served.page.getByRole('button', { name: 'Replay' }).click();
      await served.page.getByText('This is not JSON.').waitFor();
      await field.fill(text);
      await served.page.getByRole('button', { name: 'Replay' }).click();
      await served.page.getByText(/^Then: justify, .*sensitive-attachment \(outside\)/).waitFor();
      expect(await served.driver.item()).toMatchObject({ subject: expect.stringMatching(/^The plan/) });
      expect(await served.page.locator('[role=status]', { hasText: 'Then:' }).count()).toBe(1);
    } finally {
      await served.close();
    }
  });
});
