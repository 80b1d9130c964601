import { withAnnouncement } from '../../src/taskpane/announced';

/** What is left of a text whose secrets stand between « and », and the lines the sender is to read again. */
function without(marked: string): readonly [string, readonly number[]] {
  const places: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') places.push({ start: text.length, end: text.length });
    else if (piece === '»') places[places.length - 1]!.end = text.length;
    else text += piece;
  }
  const { places: longer, unsure } = withAnnouncement(text, places);
  return [[...longer].sort((a, b) => b.start - a.start).reduce((kept, { start, end }) => kept.slice(0, start) + kept.slice(end), text), unsure];
}

describe('what announces a password goes with it', () => {
  test.each([
    ['a label', 'The bundle is attached.\n\nPassword: «Tr0ub4dor&3»\n\nAna', 'The bundle is attached.\n\n\n\nAna'],
    ['a label of two words', 'Wifi code: «sunrise-77»\nSee you there.', '\nSee you there.'],
    ['the half of a sentence', 'Username is supply3 and the password is «Autumn2026!»', 'Username is supply3'],
    ['the half of a sentence that ends', 'Here is the file, and the password is «Autumn2026!». Best, Ana', 'Here is the file. Best, Ana'],
    ['a pair on one line', 'username: supply1 password: «Autumn2026!»', 'username: supply1'],
    ['a pair with a stroke', 'user supply3 / pass «Autumn2026!»', 'user supply3'],
    ['a sentence of its own', 'Hello. The password for the file is «Autumn2026!». See you soon.', 'Hello. See you soon.'],
    ['quotation marks', 'The password is “«Autumn2026!»”.', ''],
    ['a greeting before it', 'Hi Tom, the password is «Autumn2026!».', 'Hi Tom.'],
    ['the line above', 'The password is:\n«Autumn2026!»\n\nAna', '\n\nAna'],
    ['a secret whose last mark ends the sentence', 'The password is «Sunflower22!» Thanks', 'Thanks'],
    ['the same before two sentences', 'The password is «Sunflower22!» Thanks. See you soon.', 'Thanks. See you soon.'],
    ['the same after a sentence', 'Hi Tom. The password is «Sunflower22!» Thanks, Ana', 'Hi Tom. Thanks, Ana'],
    ['the same after half a sentence, which keeps the mark', 'Here is the file and the password is «Sunflower22!» Bye', 'Here is the file! Bye'],
    ['the same within quotation marks', 'The password is "«Sunflower22!»" Thanks', 'Thanks'],
    ['the same within brackets', 'Here it is. (The password is «Sunflower22!») Thanks', 'Here it is. Thanks'],
    ['brackets within a sentence', 'Here is the file (the password is «Sunflower22»). Thanks', 'Here is the file. Thanks'],
    ['two of them', 'Password: «Autumn2026!»\nDoor code: «4471»\nAna', '\n\nAna'],
  ])('%s', (_, marked, left) => {
    expect(without(marked)).toEqual([left, []]);
  });
});

describe('where the rest may not read well, its line is named', () => {
  test.each([
    // With the label left, “until Friday” would be taken for the password.
    ['words after it', 'Hello,\nthe password is «Autumn2026!» until Friday.', 'Hello,\nuntil Friday.', [2]],
    ['a word of thanks after it', 'The password is «Sunflower22» thanks', 'thanks', [1]],
    ['a mark that is none of the end', 'The password is «Sunflower22» :) Thanks', 'The password is  :) Thanks', [1]],
    ['no label that is known', 'Try «Autumn2026!» first.', 'Try  first.', [1]],
  ])('%s', (_, marked, left, lines) => {
    expect(without(marked)).toEqual([left, lines]);
  });
});
