import fs from 'node:fs';
import path from 'node:path';
import { formatNotes } from '../../src/inspectors/format-notes';
import { inspectBytes, textOf } from './inspecting';

// What classic Outlook reads at a send, beside what every other place does.

const FILES = path.join(__dirname, 'files');

const samples = fs
  .readdirSync(FILES, { recursive: true })
  .map(String)
  .filter((name) => !/\.(sh|py|mjs|ts)$/.test(name) && fs.statSync(path.join(FILES, name)).isFile())
  .sort();

const notes = new Map(formatNotes.map((note) => [note.format, note]));

describe.each(samples)('%s', (name) => {
  const bytes = new Uint8Array(fs.readFileSync(path.join(FILES, name)));
  const whole = inspectBytes(path.basename(name), bytes);
  const atSend = inspectBytes(path.basename(name), bytes, { readers: null });

  test('its protection is the same everywhere, or said to be left to the pane', () => {
    if (notes.get(whole.format)?.isJudgedLater === true) {
      expect(atSend).toMatchObject({ protection: 'unknown', content: 'none', isLeftToPane: true });
      expect(['unknown', whole.format]).toContain(atSend.format);
      return;
    }
    // What is deciphered elsewhere is not deciphered at a send.
    expect(atSend.format).toBe(atSend.format === 'ooxml' && whole.protection === 'opens-without-password' ? 'ooxml' : whole.format);
    // A file with a password, inside one that is not unpacked at a send, is not seen there.
    expect(atSend.protection).toBe(name === '7z/locked-inside.7z' ? 'open' : whole.protection);
  });

  test('its format has a note for the docs', () => {
    expect(['unknown', 'empty'].includes(whole.format) || notes.has(whole.format)).toBe(true);
  });

  test('what is left to the pane is said, and is never remembered; all else is read the same', () => {
    if (atSend.isLeftToPane !== true) {
      expect({ ...atSend, segments: textOf(atSend) }).toEqual({ ...whole, segments: textOf(whole) });
      return;
    }
    expect(whole.isLeftToPane).toBeUndefined();
    expect(atSend.content).not.toBe('all');
    expect(atSend.contentReason ?? '').not.toBe('');
  });

  test('the note says where it is read', () => {
    const { reads, isJudgedLater } = notes.get(whole.format)!;
    if (isJudgedLater === true || whole.protection === 'opens-without-password') return;
    if (reads === 'later' && whole.content !== 'none') expect(atSend.isLeftToPane).toBe(true);
    if (atSend.isLeftToPane === true && whole.entries.length === 0) expect(['words', 'later']).toContain(reads);
  });
});
