/** What mail programs write when someone answers or passes on a mail: the shape of their HTML, with invented people. */
export interface Shape {
  readonly name: string;
  readonly body: string;
  readonly newText: string;
  /** What the quoted part holds; empty when nothing is quoted. */
  readonly quoted: readonly string[];
}

const HEADERS = '<b>From:</b> Sam Field &lt;sam.field@oakfield.example&gt;<br><b>Sent:</b> 03 March 2025 10:00<br><b>To:</b> Jo Reed<br><b>Subject:</b> Year 6 trip';

export const HTML_SHAPES: readonly Shape[] = [
  {
    name: 'classic Outlook: a grey line, then the header block in Word paragraphs',
    body: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head><body lang=EN-GB><div class=WordSection1><p class=MsoNormal>Thanks Sam, see you then.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Jo<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b><span lang=EN-US>From:</span></b><span lang=EN-US> Sam Field &lt;sam.field@oakfield.example&gt; <br><b>Sent:</b> 03 March 2025 10:00<br><b>To:</b> Jo Reed<br><b>Subject:</b> Year 6 trip<o:p></o:p></span></p></div></div><p class=MsoNormal>Old words</p></div></body></html>`,
    newText: 'Thanks Sam, see you then.\n\nJo',
    quoted: ['From: Sam Field <sam.field@oakfield.example>', 'Old words'],
  },
  {
    name: 'classic Outlook before 2013: a blue line, and the bookmark of the original',
    body: `<p class=MsoNormal>Yes</p><div style='border:none;border-top:solid #B5C4DF 1.0pt'><p class=MsoNormal><a name="_MailOriginal"><b>From:</b> Sam Field</a><br><b>Sent:</b> Monday<br><b>Subject:</b> Trip</p></div><p>Old</p>`,
    newText: 'Yes',
    quoted: ['Old'],
  },
  {
    name: 'classic Outlook with the original indented behind a blue bar',
    body: `<p>My answer</p><div style='border:none;border-left:solid blue 1.5pt;padding:0cm 0cm 0cm 4.0pt'><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>${HEADERS}</p></div><p>Old</p></div><p>And one more thing below.</p>`,
    newText: 'My answer\nAnd one more thing below.',
    quoted: ['Old'],
  },
  {
    name: 'new Outlook and Outlook on the web: appendonsend, a rule and divRplyFwdMsg',
    body: `<div class="elementToProof" style="font-family:Aptos">Sounds good</div><div id="Signature"><p>Jo Reed<br>Head of Year 6</p></div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">${HEADERS}</font><div>&nbsp;</div></div><div>Old words</div>`,
    newText: 'Sounds good\nJo Reed\nHead of Year 6',
    quoted: ['Subject: Year 6 trip', 'Old words'],
  },
  {
    name: 'Outlook on the web in a language not known here: the rule and the marks are enough',
    body: `<div>Hei</div><div id="appendonsend"></div><hr tabindex="-1"><div><b>Lähettäjä:</b> Sam<br><b>Lähetetty:</b> maanantai<br><b>Aihe:</b> Retki</div><div>Vanha</div>`,
    newText: 'Hei',
    quoted: ['Vanha'],
  },
  {
    name: 'a new mail with appendonsend and a disclaimer after it has no quotation',
    body: `<div>Hello all</div><div id="appendonsend"></div><div>Oakfield School, registered in England.</div>`,
    newText: 'Hello all\nOakfield School, registered in England.',
    quoted: [],
  },
  {
    name: 'Outlook for Mac: the reference message container',
    body: `<div class="WordSection1"><p class="MsoNormal">Will do</p><div id="mail-editor-reference-message-container"><div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>From: </b>Sam Field<br><b>Date: </b>Monday, 3 March 2025 at 10:00<br><b>To: </b>Jo Reed<br><b>Subject: </b>Trip</p></div><p>Old</p></div></div></div>`,
    newText: 'Will do',
    quoted: ['From: Sam Field', 'Old'],
  },
  {
    name: 'Outlook for iOS and Android: the mobile signature and reference message',
    body: `<div dir="ltr">OK, on my way</div><div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><div class="ms-outlook-mobile-reference-message skipProofing"><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr">${HEADERS}</div><div>Old</div></div>`,
    newText: 'OK, on my way\nGet Outlook for iOS',
    quoted: ['Old'],
  },
  {
    name: 'Outlook in Welsh',
    body: `<p>Diolch</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>Oddi wrth:</b> Siân Parry<br><b>Anfonwyd:</b> 03 Mawrth 2025 10:00<br><b>At:</b> Jo Reed<br><b>Pwnc:</b> Taith</p></div><p>Hen eiriau</p>`,
    newText: 'Diolch',
    quoted: ['Pwnc: Taith', 'Hen eiriau'],
  },
  {
    name: 'Outlook in Polish, with nothing but the header block',
    body: `<p>Dziękuję</p><p><b>Od:</b> Jan Nowak<br><b>Wysłano:</b> poniedziałek<br><b>Do:</b> Jo Reed<br><b>Temat:</b> Wycieczka</p><p>Stare słowa</p>`,
    newText: 'Dziękuję',
    quoted: ['Stare słowa'],
  },
  {
    name: 'Outlook in French, with spaces before its colons',
    body: `<div>Merci</div><hr><div><b>De&nbsp;:</b> Sam<br><b>Envoyé&nbsp;:</b> lundi<br><b>À&nbsp;:</b> Jo<br><b>Objet&nbsp;:</b> Sortie</div><div>Ancien</div>`,
    newText: 'Merci',
    quoted: ['Ancien'],
  },
  {
    name: 'an Outlook meeting answered: Original Appointment',
    body: `<p>I can come</p><p>-----Original Appointment-----<br><b>From:</b> Sam<br><b>Sent:</b> Monday<br><b>When:</b> 10:00<br><b>Where:</b> Hall</p>`,
    newText: 'I can come',
    quoted: ['Where: Hall'],
  },
  {
    name: 'Gmail: the attribution and its blockquote, with a signature above',
    body: `<div dir="ltr">Great, thanks<div><br></div><div class="gmail_signature">Jo Reed</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, 3 Mar 2025 at 10:00, Sam Field &lt;<a href="mailto:sam@oakfield.example">sam@oakfield.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)"><div>Old words</div></blockquote></div>`,
    newText: 'Great, thanks\n\nJo Reed',
    quoted: ['On Mon, 3 Mar 2025 at 10:00, Sam Field <sam@oakfield.example> wrote:', 'Old words'],
  },
  {
    name: 'Gmail with answers between the quoted lines',
    body: `<div dir="ltr"><div class="gmail_quote"><div class="gmail_attr">On Mon, 3 Mar 2025 at 10:00, Sam &lt;sam@oakfield.example&gt; wrote:<br></div><blockquote class="gmail_quote">How many?</blockquote><div>Twelve.</div><blockquote class="gmail_quote">When?</blockquote><div>At ten.</div></div></div>`,
    newText: 'Twelve.\nAt ten.',
    quoted: ['How many?', 'When?'],
  },
  {
    name: 'Gmail as it was: the attribution straight in the quotation',
    body: `<div dir="ltr">Yes</div><div class="gmail_extra"><br><div class="gmail_quote">On 3 March 2025 at 10:00, Sam <span dir="ltr">&lt;sam@oakfield.example&gt;</span> wrote:<br><blockquote class="gmail_quote" style="border-left:1px #ccc solid">Old</blockquote></div></div>`,
    newText: 'Yes',
    quoted: ['On 3 March 2025', 'Old'],
  },
  {
    name: 'a forward from Gmail: no blockquote, and the note above is new',
    body: `<div dir="ltr">For you<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong>Sam</strong> &lt;sam@oakfield.example&gt;<br>Date: Mon, 3 Mar 2025 at 10:00<br>Subject: Trip<br>To: Jo &lt;jo@oakfield.example&gt;<br></div><br><br><p>Old words</p></div></div><div>Below</div>`,
    newText: 'For you\n\nBelow',
    quoted: ['Forwarded message', 'Old words'],
  },
  {
    name: 'Gmail in Welsh, where only its marks are known',
    body: `<div>Iawn</div><div class="gmail_quote"><div class="gmail_attr">Ar ddydd Llun, 3 Maw 2025 am 10:00, ysgrifennodd Siân &lt;sian@oakfield.example&gt;:<br></div><blockquote class="gmail_quote">Hen</blockquote></div>`,
    newText: 'Iawn',
    quoted: ['Ar ddydd Llun', 'Hen'],
  },
  {
    name: 'Apple Mail: the attribution inside the cited blockquote',
    body: `<div>Fine by me.</div><div><br><blockquote type="cite"><div>On 3 Mar 2025, at 10:00, Sam Field &lt;sam@oakfield.example&gt; wrote:</div><br class="Apple-interchange-newline"><div>Old words</div></blockquote></div><br>`,
    newText: 'Fine by me.',
    quoted: ['On 3 Mar 2025', 'Old words'],
  },
  {
    name: 'an iPhone: two cited blockquotes, one for the attribution',
    body: `<div dir="auto">Yes please<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 3 Mar 2025, at 10:00, Sam &lt;sam@oakfield.example&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">Old</div></blockquote></div>`,
    newText: 'Yes please\nSent from my iPhone',
    quoted: ['Old'],
  },
  {
    name: 'a forward from Apple Mail: Begin forwarded message',
    body: `<div>See below</div><div><br><div>Begin forwarded message:</div><br class="Apple-interchange-newline"><blockquote type="cite"><div><b>From: </b>Sam</div><div><b>Subject: </b>Trip</div><br><div>Old</div></blockquote></div>`,
    newText: 'See below',
    quoted: ['Begin forwarded message:', 'Old'],
  },
  {
    name: 'a forward from an iPhone without a blockquote',
    body: `<div>FYI</div><div>Begin forwarded message:<br><br><b>From:</b> Sam<br><b>Date:</b> 3 March 2025<br><b>Subject:</b> Trip<br><br></div><div>Old</div>`,
    newText: 'FYI',
    quoted: ['Begin forwarded message:', 'Old'],
  },
  {
    name: 'Thunderbird, answering below what it quotes',
    body: `<div class="moz-cite-prefix">On 03/03/2025 10:00, Sam wrote:<br></div><blockquote type="cite" cite="mid:1@oakfield.example"><p>Old</p></blockquote><p>My answer below</p><pre class="moz-signature" cols="72">-- \nJo</pre>`,
    newText: 'My answer below\n--\nJo',
    quoted: ['On 03/03/2025 10:00, Sam wrote:', 'Old'],
  },
  {
    name: 'a forward from Thunderbird with its table of headers',
    body: `<p>Note</p><div class="moz-forward-container"><br><br>-------- Forwarded Message --------<table class="moz-email-headers-table"><tbody><tr><th>Subject: </th><td>Trip</td></tr><tr><th>From: </th><td>Sam</td></tr></tbody></table><br><p>Old</p></div>`,
    newText: 'Note',
    quoted: ['Subject:\tTrip', 'Old'],
  },
  {
    name: 'Yahoo, with the random word before its class',
    body: `<div class="ydp1a2b3cyahoo-style-wrap"><div>Ok</div></div><div id="ydp1a2b3cyahoo_quoted_123" class="ydp1a2b3cyahoo_quoted"><div><div>On Monday, 3 March 2025 at 10:00:00 GMT, Sam &lt;sam@oakfield.example&gt; wrote:</div><div>Old</div></div></div>`,
    newText: 'Ok',
    quoted: ['Old'],
  },
  {
    name: 'a Samsung phone: Original message between dashes',
    body: `<div>Ok thanks</div><div><br></div><div>Sent from my Galaxy</div><div><br></div><div>-------- Original message --------</div><div>From: Sam &lt;sam@oakfield.example&gt; </div><div>Date: 03/03/2025 10:00 (GMT+00:00) </div><div>To: Jo </div><div>Subject: Trip </div><div>Old</div>`,
    newText: 'Ok thanks\n\nSent from my Galaxy',
    quoted: ['Original message', 'Old'],
  },
  {
    name: 'a program that quotes in a bare blockquote after its attribution',
    body: `<p>Good</p><p>On 3 March 2025 10:00, Sam wrote:</p><blockquote><p>Old</p></blockquote><p>More from me</p>`,
    newText: 'Good\nMore from me',
    quoted: ['Old'],
  },
  {
    name: 'an indented paragraph of the sender\'s own is not a quotation',
    body: `<p>The policy says:</p><blockquote style="margin-left:40px"><p>Staff must lock screens.</p></blockquote><p>Please do.</p>`,
    newText: 'The policy says:\nStaff must lock screens.\nPlease do.',
    quoted: [],
  },
  {
    name: 'a rule and a signature with labels is not a header block',
    body: `<p>Hello</p><hr><p>Jo Reed<br>Tel: 01632 960001<br>Email: jo@oakfield.example<br>Web: www.oakfield.example</p>`,
    newText: 'Hello\nJo Reed\nTel: 01632 960001\nEmail: jo@oakfield.example\nWeb: www.oakfield.example',
    quoted: [],
  },
  {
    name: 'the details of an event are not a header block',
    body: `<p>Sports day<br>Date: 4 July<br>From: 09:00<br>To: 15:00<br>Where: field</p>`,
    newText: 'Sports day\nDate: 4 July\nFrom: 09:00\nTo: 15:00\nWhere: field',
    quoted: [],
  },
  {
    name: 'a sentence that says who wrote is not an attribution',
    body: `<p>On Monday at 10:30 the parent wrote:</p><p>my child is unwell</p>`,
    newText: 'On Monday at 10:30 the parent wrote:\nmy child is unwell',
    quoted: [],
  },
  {
    name: 'a plain-text thread shown as HTML, with ">" before its lines',
    body: `<div>Yes.<br><br>On Mon, 3 Mar 2025 at 10:00, Sam wrote:<br>&gt; Can you come?<br>&gt; Sam<br></div>`,
    newText: 'Yes.',
    quoted: ['Can you come?\nSam'],
  },
  {
    name: 'one line that begins with ">" in HTML is the sender\'s own',
    body: `<p>Pass mark</p><p>&gt; 50 out of 80</p>`,
    newText: 'Pass mark\n> 50 out of 80',
    quoted: [],
  },
  { name: 'a new mail without a quotation', body: `<div>Dear all,</div><div>See you.</div>`, newText: 'Dear all,\nSee you.', quoted: [] },
  {
    name: 'a forward with nothing added',
    body: `<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">${HEADERS}</div><div>Old</div>`,
    newText: '',
    quoted: ['From: Sam Field', 'Old'],
  },
  {
    name: 'a thread of three, each with its own header block',
    body: `<div>Third</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">${HEADERS}</div><div>Second</div><div id="x_divRplyFwdMsg">${HEADERS}</div><div>First</div>`,
    newText: 'Third',
    quoted: ['Second', 'First'],
  },
];

export const TEXT_SHAPES: readonly Shape[] = [
  {
    name: 'Outlook: -----Original Message-----',
    body: 'Thanks Sam\r\n\r\n-----Original Message-----\r\nFrom: Sam Field\r\nSent: 03 March 2025 10:00\r\nTo: Jo Reed\r\nSubject: Trip\r\n\r\nOld words',
    newText: 'Thanks Sam',
    quoted: ['From: Sam Field', 'Old words'],
  },
  {
    name: 'Outlook: a drawn line and the header block',
    body: 'OK\n\n________________________________\nFrom: Sam Field <sam@oakfield.example>\nSent: Monday\nTo: Jo\n\nOld',
    newText: 'OK',
    quoted: ['________________________________', 'Old'],
  },
  {
    name: 'Gmail: an attribution over two lines, then quoted lines',
    body: 'Yes\n\nOn Mon, 3 Mar 2025 at 10:00, Sam Field <sam.field@oakfield.example>\nwrote:\n\n> Can you come?\n>\n> Sam\n',
    newText: 'Yes',
    quoted: ['On Mon, 3 Mar 2025', 'Can you come?\n\nSam'],
  },
  {
    name: 'answers between the quoted lines',
    body: 'On 3 Mar 2025 10:00, Sam wrote:\n> How many?\n\nTwelve.\n\n> When?\n\nAt ten.',
    newText: 'Twelve.\n\nAt ten.',
    quoted: ['How many?', 'When?'],
  },
  { name: 'quoted lines inside quoted lines', body: 'Ok\n> Second\n>> First\n> > Zeroth', newText: 'Ok', quoted: ['Second\nFirst\nZeroth'] },
  {
    name: 'a phone that quotes without ">"',
    body: 'Sure\n\nSent from my phone\n\nOn 3 Mar 2025 at 10:00, Sam <sam@oakfield.example> wrote:\n\nOld words\nmore',
    newText: 'Sure\n\nSent from my phone',
    quoted: ['Old words\nmore'],
  },
  {
    name: 'Apple Mail in German',
    body: 'Gut\n\nAm 3. März 2025 um 10:00 schrieb Sam Field <sam@oakfield.example>:\n\n> Alt',
    newText: 'Gut',
    quoted: ['Am 3. März 2025', 'Alt'],
  },
  {
    name: 'Thunderbird in French',
    body: 'Oui\n\nLe 03/03/2025 à 10:00, Sam a écrit :\n> Vieux',
    newText: 'Oui',
    quoted: ['a écrit', 'Vieux'],
  },
  {
    name: 'Gmail in Polish, which begins with the day',
    body: 'Tak\n\npon., 3 mar 2025 o 10:00 Jan Nowak <jan@oakfield.example> napisał(a):\n\nStare',
    newText: 'Tak',
    quoted: ['napisał(a)', 'Stare'],
  },
  {
    name: 'Thunderbird in Polish',
    body: 'Tak\n\nW dniu 3.03.2025 o 10:00, Jan pisze:\n> Stare',
    newText: 'Tak',
    quoted: ['pisze', 'Stare'],
  },
  {
    name: 'an attribution in Welsh',
    body: 'Iawn\n\nAr 3 Maw 2025 am 10:00, ysgrifennodd Siân <sian@oakfield.example>:\n> Hen',
    newText: 'Iawn',
    quoted: ['ysgrifennodd', 'Hen'],
  },
  {
    name: 'a forward from Gmail',
    body: 'FYI\n\n---------- Forwarded message ---------\nFrom: Sam\nDate: Mon, 3 Mar 2025\nSubject: Trip\nTo: Jo\n\n\nOld',
    newText: 'FYI',
    quoted: ['Forwarded message', 'Old'],
  },
  {
    name: 'bold headers as a program writes them in plain text',
    body: 'Ok\n\n*From:* Sam\n*Sent:* Monday\n*To:* Jo\n*Subject:* Trip\n\nOld',
    newText: 'Ok',
    quoted: ['*Subject:* Trip', 'Old'],
  },
  {
    name: 'a header block whose recipients go over many lines',
    body: `Ok\n\nFrom: Sam\nSent: Monday\nTo: ${Array.from({ length: 20 }, (_, index) => `Person ${index};`).join('\n ')}\nSubject: Trip\n\nOld`,
    newText: 'Ok',
    quoted: ['Person 19;', 'Old'],
  },
  { name: 'Zoho: dashes around the attribution', body: 'Ok\n\n---- On Mon, 03 Mar 2025 10:00:00 +0000 Sam <sam@oakfield.example> wrote ----\n\nOld', newText: 'Ok', quoted: ['Old'] },
  { name: 'a name alone wrote it, then quoted lines', body: 'Sam Field wrote:\n\n> How many?\n\nTwelve.', newText: 'Twelve.', quoted: ['Sam Field wrote:', 'How many?'] },
  { name: 'a name alone wrote what is not quoted', body: 'The parent wrote:\n\nmy child is unwell', newText: 'The parent wrote:\n\nmy child is unwell', quoted: [] },
  { name: 'initials before the mark', body: 'SF> How many?\nSF> Sam\nTwelve.', newText: 'Twelve.', quoted: ['How many?\nSam'] },
  { name: 'a quotation alone', body: '> Old\n> words', newText: '', quoted: ['Old\nwords'] },
  { name: 'no quotation at all', body: 'Dear all,\n\nOn Monday the hall is closed.\n\n-- \nJo', newText: 'Dear all,\n\nOn Monday the hall is closed.\n\n--\nJo', quoted: [] },
  { name: 'an empty mail', body: '', newText: '', quoted: [] },
];
