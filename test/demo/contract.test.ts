import path from 'node:path';
import { CONTRACT } from './contract-cases';
import { nativeStage } from './native-stage';

/** The contract suite on the native host: the Windows library file in a bare engine, as the classic client runs it. */
describe('the native host keeps the contract', () => {
  const stage = nativeStage(path.join(__dirname, 'probes', 'contract.js'));
  afterEach(() => stage.driver.dispose());

  test.each(CONTRACT.map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
    stage.driver.load({ client: 'classic-desktop', ...entry.stage });
    const ran = await stage.driver.run('onProbe', { probe: entry.probe }, entry.kind);
    const expected = entry.nativeExpected ?? entry.expected;
    expect(ran).toEqual({ status: 0, context: { result: expected } });
    expect(stage.driver.violations().map(({ what }) => what)).toEqual(entry.violations ?? []);
  });
});
