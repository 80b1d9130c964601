import { bodyFromHtml, bodyFromText } from '../../src/text/thread';
import { HTML_SHAPES, TEXT_SHAPES } from './thread-shapes';
import type { Shape } from './thread-shapes';

function expectShape({ newText, quoted, body }: Shape, read: typeof bodyFromHtml): void {
  const found = read(body);
  expect(found.newText).toBe(newText);
  for (const words of quoted) expect(found.quotedText).toContain(words);
  if (quoted.length === 0) expect(found.quotedText).toBe('');
}

describe('what the sender wrote, in HTML', () => {
  test.each(HTML_SHAPES.map((shape) => [shape.name, shape] as const))('%s', (_name, shape) => expectShape(shape, bodyFromHtml));

  test('the shapes are as many as the mail programs in use ask for', () => expect(HTML_SHAPES.length).toBeGreaterThanOrEqual(20));
});

describe('what the sender wrote, in plain text', () => {
  test.each(TEXT_SHAPES.map((shape) => [shape.name, shape] as const))('%s', (_name, shape) => expectShape(shape, bodyFromText));
});

describe('links in the new text', () => {
  const cases: readonly (readonly [name: string, html: string, links: readonly string[]])[] = [
    ['a part of an address that is called like a character', '<a href="https://files.example/a?id=1&copy=2&reg=3">the list</a>', ['https://files.example/a?id=1&copy=2&reg=3']],
    ['a link is given with where it leads, not with its words', '<a href="https://files.example/a?x=1&amp;y=2">the list</a>', ['https://files.example/a?x=1&y=2']],
    ['an address that is only written counts', '<p>See https://files.example/a_(b), or www.oakfield.example.</p>', ['https://files.example/a_(b)', 'http://www.oakfield.example']],
    ['the same link twice is one', '<a href="https://files.example/a">https://files.example/a</a> https://files.example/a', ['https://files.example/a']],
    ['addresses to write to and places in the page are no links', '<a href="mailto:a@b.example">a</a><a href="#x">x</a><a href="javascript:x">y</a>', []],
    ['a link in the quoted thread is left out', '<p>Ok</p><blockquote type="cite"><a href="https://old.example/">old</a></blockquote>', []],
    ['a link in a table counts', '<table><tr><td><a href="https://a.example/1">a</a></td><td><a href="https://b.example/2">b</a></td></tr></table>', ['https://a.example/1', 'https://b.example/2']],
    ['a link around a picture counts', '<p>Look</p><a href="https://a.example/1"><img src="cid:1"></a>', ['https://a.example/1']],
    ['brackets around a written address are not part of it', '<p>(https://a.example/1) [https://b.example/2]; “https://c.example/3”</p>', ['https://a.example/1', 'https://b.example/2', 'https://c.example/3']],
  ];
  test.each(cases)('%s', (_name, html, links) => expect(bodyFromHtml(html).links).toEqual(links));

  test('in plain text they are found too', () => expect(bodyFromText('a\nhttps://a.example/1 b\n> https://old.example').links).toEqual(['https://a.example/1']));
});

describe('words at the ends of lines (peers join them so that they fuse or split)', () => {
  const cases: readonly (readonly [name: string, html: string, text: string])[] = [
    ['over a line break', 'child<br>protection', 'child\nprotection'],
    ['over paragraphs', '<p>child</p><p>protection</p>', 'child\nprotection'],
    ['over a non-breaking space', 'child&nbsp;protection', 'child protection'],
    ['with a soft hyphen inside', 'child protec&shy;tion', 'child protection'],
    ['over table cells', '<table><tr><td>child</td><td>protection</td></tr></table>', 'child\tprotection'],
    ['over a line end of the source', '<p>child\nprotection</p>', 'child protection'],
    ['in two elements that touch', '<span>pass</span><span>word</span>', 'password'],
  ];
  test.each(cases)('%s', (_name, html, text) => expect(bodyFromHtml(html).newText).toBe(text));
});
