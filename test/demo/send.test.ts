import path from 'node:path';
import { nativeStage } from './native-stage';
import { playSend, SEND_CASES } from './send-cases';
import { until } from './until';

jest.setTimeout(15_000);

/** All send modes on the native host: the classic client's cases in the bare engine, the others beside the library. */
describe('the native host keeps the rules of sending', () => {
  const stage = nativeStage(path.join(__dirname, 'probes', 'event.js'));
  afterEach(() => stage.driver.dispose());

  test.each(SEND_CASES.map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
    await playSend(stage.driver, entry);
  });

  test('an answer after the five-minute limit has no effect and is named', async () => {
    stage.driver.load({ clockRate: 0, seed: { to: ['ann@centre.example'], subject: 'late' } });
    stage.driver.pressSend();
    await until(() => stage.driver.log().some(({ kind, name }) => kind === 'answer' && name === 'subject.getAsync'));
    stage.driver.skip(300_000);
    expect(stage.driver.state()).toMatchObject({ dialog: { kind: 'timed-out' } });
    await until(() => stage.driver.violations().length > 0);
    expect(stage.driver.state()).toMatchObject({ dialog: { kind: 'timed-out' } });
    expect(stage.driver.violations().map(({ what }) => what)).toEqual(['completed() was called after the host had given up waiting.']);
  });

  test('a rejected promise is told like a throw', async () => {
    stage.driver.load({ clockRate: 0, client: 'classic-desktop', seed: { to: ['ann@centre.example'], subject: 'reject' } });
    stage.driver.pressSend();
    await until(() => stage.driver.violations().length > 0);
    expect(stage.driver.violations().map(({ what }) => what)).toEqual(["The add-in's code threw: Error: probe rejects"]);
    expect(stage.driver.state()).toMatchObject({ phase: 'checking' });
  });

  test('a draft to nobody is refused before any add-in runs', () => {
    stage.driver.load({ seed: { subject: 'allow' } });
    expect(stage.driver.pressSend()).toBe('This draft goes to nobody yet. Add a recipient, then press Send.');
    expect(stage.driver.log().filter(({ kind }) => kind === 'launch')).toEqual([]);
  });

  test('a meeting is checked by its own event, which this add-in blocks by', async () => {
    stage.driver.load({ seed: { kind: 'appointment', required: ['ann@centre.example'], subject: 'deny' } });
    stage.driver.pressSend();
    expect(await stage.driver.settle()).toMatchObject({ dialog: { kind: 'stopped', buttons: [{ label: "Don't Send" }] } });
  });
});
