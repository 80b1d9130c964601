import { zipSync } from 'fflate';
import { inspectBytes, sampleBytes } from './inspecting';

const LOCKED = sampleBytes('7z/locked.7z');
const NOTE = new TextEncoder().encode('Boots and a packed lunch.');
/** A zip cut inside its first entry: open, and not to be read. */
const BROKEN = zipSync({ 'a.txt': new TextEncoder().encode('Boots. '.repeat(400)) }).subarray(0, 44);

describe('what is unread only because it is locked', () => {
  test('a locked file beside an open one: nothing open was passed over', () => {
    const inspection = inspectBytes('pack.zip', zipSync({ 'list.7z': LOCKED, 'note.txt': NOTE }));
    expect(inspection).toMatchObject({ protection: 'partly', content: 'part', isRestLocked: true });
  });

  test('a locked file two levels down', () => {
    const inner = zipSync({ 'list.7z': LOCKED });
    expect(inspectBytes('pack.zip', zipSync({ 'inner.zip': inner })).isRestLocked).toBe(true);
  });

  test('a locked file beside one that is damaged: something open may have been passed over', () => {
    expect(inspectBytes('pack.zip', zipSync({ 'list.7z': LOCKED, 'broken.zip': BROKEN })).isRestLocked).toBeUndefined();
  });

  test('nothing locked, nothing unread', () => {
    expect(inspectBytes('pack.zip', zipSync({ 'note.txt': NOTE })).isRestLocked).toBeUndefined();
  });
});
