import { htmlToText } from '../../src/text/html';
import { bodyFromHtml } from '../../src/text/thread';

describe('htmlToText', () => {
  const cases: readonly (readonly [name: string, html: string, text: string])[] = [
    ['no HTML is no text', '', ''],
    ['plain words', 'Hello', 'Hello'],
    ['blocks are lines', '<div>One</div><div>Two</div><p>Three</p>Four', 'One\nTwo\nThree\nFour'],
    ['a line break parts words', 'child<br>protection<br/>plan', 'child\nprotection\nplan'],
    ['two line breaks leave a blank line, and more leave no more', 'a<br><br>b<br><br><br><br>c', 'a\n\nb\n\nc'],
    ['line ends in the source are spaces, as Word wraps them', '<p>child\r\n   protection</p>', 'child protection'],
    ['a word with a tag inside it stays whole', 'pass<b>wor</b>d', 'password'],
    ['words in two elements with a space between them stay apart', '<b>child</b> <i>protection</i>', 'child protection'],
    ['words in two spans with a space inside one stay apart', '<span>child </span><span> protection</span>', 'child protection'],
    ['a non-breaking space is a space', 'child&nbsp;protection&#160;plan&#xA0;x', 'child protection plan x'],
    ['a soft hyphen does not split a word', 'safe&shy;guarding, pass&#173;word', 'safeguarding, password'],
    ['a zero-width space does not split a word', 'safe&#8203;guarding<wbr>ly', 'safeguardingly'],
    ['entities by name and number', '&pound;5 &amp; &#8364;6 &#x1F44D; &copy; 2025 T&eacute;a &lt;b&gt; &wcirc;', '£5 & €6 👍 © 2025 Téa <b> ŵ'],
    ['an unknown entity stays as written', 'AT&T &bogus; &', 'AT&T &bogus; &'],
    ['a number without its semicolon', 'call &#48&#49', 'call 01'],
    ['an entity is read once only', '&amp;lt;', '&lt;'],
    ['a number that Windows means otherwise', '&#150;&#128;', '–€'],
    ['a number that is no character', '&#0;&#xD800;&#99999999;', '\ufffd\ufffd\ufffd'],
    ['scripts, styles, titles and comments are dropped', '<head><title>T</title><style>p{}</style></head><body><!-- no -->Yes<script>var a="</p>";</script></body>', 'Yes'],
    ['Word\'s conditional comments are dropped', '<!--[if gte mso 9]><xml><o:x>9</o:x></xml><![endif]-->Hello<o:p></o:p>', 'Hello'],
    ['what Word shows to others is kept', '<p><![if !supportLists]>1.<![endif]>First</p>', '1.First'],
    ['an XML island without a comment is dropped', '<xml><w:View>Normal</w:View></xml>Hello', 'Hello'],
    ['a table has its cells parted by tabs and its rows by lines', '<table><tr><th>Name</th><th>UPN</th></tr><tr><td>Jo</td><td>A1</td></tr></table>', 'Name\tUPN\nJo\tA1'],
    ['an empty cell keeps its column', '<table><tr><td>a</td><td></td><td>c</td></tr><tr><td></td><td>b</td><td></td></tr></table>', 'a\t\tc\n\tb\t'],
    ['cells pasted from Excel hold paragraphs and stay on one line', '<table><tr><td><p class=MsoNormal>Jo<o:p></o:p></p></td><td><p>Year 6</p><p>Oak</p></td></tr></table>', 'Jo\tYear 6 Oak'],
    ['cells and rows that are not closed', '<table><tr><td>a<td>b<tr><td>c<td>d</table>', 'a\tb\nc\td'],
    ['a cell over two columns takes two', '<table><tr><td colspan=2>a</td><td>c</td></tr></table>', 'a\t\tc'],
    ['a layout table with one cell keeps its lines', '<table><tr><td>Dear all<br>Thanks</td></tr></table>', 'Dear all\nThanks'],
    ['a table inside a layout table keeps its columns', '<table><tr><td>x</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>', 'x\na\tb'],
    ['text after a table begins a line', 'a<table><tr><td>b</td></tr></table>c', 'a\nb\nc'],
    ['list items have bullets', '<ul><li>One</li><li><p>Two</p></li></ul>', '• One\n• Two'],
    ['preformatted text keeps its lines', '<pre>a  b\n  c</pre>', 'a  b\nc'],
    ['text in a text area is seen', '<textarea>a <b>\nb</textarea>', 'a <b>\nb'],
    ['hidden text is kept, on a line of its own', '<p>Dear<span style="display:none">secret one</span> Jo</p><p>Bye</p>', 'Dear Jo\nsecret one\nBye'],
    ['text hidden in Word is kept', '<p>A<span style=\'mso-hide:all\'>x</span></p><div style="font-size:0px">y</div>', 'A\nx\ny'],
    ['small text is not hidden', '<span style="font-size:0.8em">a</span><span style="font-size:08pt"> b</span>', 'a b'],
    ['a tag with ">" in a quoted value', '<a title="a > b" href=x>link</a>', 'link'],
    ['a quotation mark that never ends', '<a title="oops>link</a> text', 'link text'],
    ['a tag that never ends is text', 'a < b and <c', 'a < b and <c'],
    ['a number below a number is text', '5<6 and 7>3', '5<6 and 7>3'],
    ['a comment that never ends hides nothing', 'a<!-- b > <p>c</p>', 'a\nc'],
    ['a script that never ends hides nothing', 'a<script>b<p>c</p>', 'ab\nc'],
    ['closing tags without opening ones', '</div></td></table>a</b></p>b', 'a\nb'],
    ['capital letters', '<DIV>a</DIV><BR><DIV STYLE="DISPLAY:NONE">b</DIV>', 'a\n\nb'],
  ];
  test.each(cases)('%s', (_name, html, text) => expect(htmlToText(html)).toBe(text));

  const hostile: readonly (readonly [name: string, piece: string])[] = [
    ['tags that never end', '<a '],
    ['quotations that never end', '<a x="'],
    ['quoted ends of tags', '<a x=">" y='],
    ['comments that never end', '<!--'],
    ['elements that are never closed', '<b><i>'],
    ['tables inside tables', '<table><tr><td>'],
    ['closing tags that close nothing', '<b></div></i></p>'],
    ['paragraphs that are never closed', '<p><b>'],
    ['a cell after a cell', '<td>x'],
    ['ampersands', '&a'],
    ['hidden elements', '<div hidden>x'],
    ['quotations', '<blockquote type=cite>x'],
    ['greater-than signs', '&gt;<br>'],
    ['header lines', 'From: a<br>'],
    ['spaces that do not break', '&nbsp;'],
    ['scripts that never end', '<script><style>'],
    ['list items', '<li>'],
  ];
  test.each(hostile)('%s in great number are read without trouble', (_name, piece) => {
    const html = `${piece.repeat(Math.ceil(300_000 / piece.length))}>the end`;
    const { newText, quotedText } = bodyFromHtml(`<div><table><tr><td><b>${html}`);
    expect(`${newText}\n${quotedText}`).toContain('the end');
  });
});
