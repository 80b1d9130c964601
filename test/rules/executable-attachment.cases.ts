import { zipSync } from 'fflate';
import type { RuleCases } from '../story';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
/** The headers of a program of Windows, and nothing after them. */
const program = bytes(`MZ${'\0'.repeat(58)}\x40\0\0\0PE\0\0${'\0'.repeat(20)}`);
const shortcut = bytes(`\x4c\0\0\0\x01\x14\x02\0${'\0'.repeat(60)}`);
const macroFree = { '[Content_Types].xml': bytes('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'), 'word/document.xml': bytes('<w:document xmlns:w="x"/>') };
const withMacros = zipSync({ ...macroFree, 'word/vbaProject.bin': bytes('\xd0\xcf\x11\xe0 macros') });
const archive = zipSync({ 'tools/setup.exe': program, 'readme.txt': bytes('Read me.') });

export const cases: RuleCases = {
  finds: [
    { name: 'a program, whatever it is called', draft: { attachments: [{ name: 'holiday photos.pdf', bytes: program }] }, situations: ['program'], saw: "'holiday photos.pdf' is a program." },
    { name: 'a program in an archive', draft: { attachments: [{ name: 'tools.zip', bytes: archive }] }, situations: ['program'], saw: "'tools.zip' has a program in it: tools/setup.exe." },
    { name: 'a program in an archive in an archive', draft: { attachments: [{ name: 'all.zip', bytes: zipSync({ 'tools.zip': archive }) }] }, situations: ['program'], saw: "'all.zip' has a program in it: tools.zip > tools/setup.exe." },
    { name: 'a script, which only its name tells', draft: { attachments: [{ name: 'map-drives.bat', text: 'net use h: /delete' }] }, situations: ['program'], saw: "'map-drives.bat' is a script." },
    { name: 'a script that names its interpreter', draft: { attachments: [{ name: 'backup', text: '#!/bin/sh\ncp -r a b\n' }] }, situations: ['program'] },
    { name: 'a shortcut', draft: { attachments: [{ name: 'report', bytes: shortcut }] }, situations: ['program'] },
    { name: 'a document with macros, whatever it is called', draft: { attachments: [{ name: 'form.docx', bytes: withMacros }] }, situations: ['macros'] },
    { name: 'a program in an invitation', draft: { kind: 'appointment', attachments: [{ name: 'quiz.exe', bytes: program }] }, situations: ['program'] },
  ],
  clears: [
    { name: 'a document without macros', draft: { attachments: [{ name: 'form.docx', bytes: zipSync(macroFree) }] } },
    { name: 'a text', draft: { attachments: [{ name: 'menu.txt', text: 'Pasta on Monday.' }] } },
    { name: 'a text that begins like a program', draft: { attachments: [{ name: 'initials.txt', text: 'MZ is the head of maths. PE is on Tuesday.' }] } },
    { name: 'an archive of pictures', draft: { attachments: [{ name: 'photos.zip', bytes: zipSync({ 'a.jpg': bytes('\xff\xd8\xff\xe0 picture') }) }] } },
    { name: 'a table', draft: { attachments: [{ name: 'rota.csv', text: 'Day,Duty\nMon,Gate\n' }] } },
    { name: 'a pupil’s Python homework', draft: { attachments: [{ name: 'turtle.py', text: 'import turtle\nturtle.forward(10)\n' }] } },
    { name: 'a web page from a lesson', draft: { attachments: [{ name: 'index.html', text: '<html><script>alert(1)</script></html>' }] } },
    { name: 'a Scratch project', draft: { attachments: [{ name: 'maze.sb3', bytes: zipSync({ 'project.json': bytes('{}') }) }] } },
    { name: 'an SQL lesson', draft: { attachments: [{ name: 'books.sql', text: 'SELECT * FROM books;' }] } },
    { name: 'a document about .exe files', draft: { body: 'Never open setup.exe from an email.', attachments: [{ name: 'e-safety.txt', text: 'Never open setup.exe.' }] } },
    { name: 'a dot in the middle of a name', draft: { attachments: [{ name: 'v2.exe.notes.txt', text: 'Notes' }] } },
    { name: 'a person called Bat', draft: { attachments: [{ name: 'report for J.Bat', text: 'Good progress.' }] }, options: { endings: ['exe'] } },
    { name: 'a program for the help desk to look at', draft: { to: ['helpdesk@oakfield.example'], attachments: [{ name: 'what is this.exe', bytes: program }] } },
    { name: 'a linked file', draft: { attachments: [{ name: 'setup.exe', kind: 'link' }] } },
    { name: 'macros, where the owner does not look for them', draft: { attachments: [{ name: 'form.docm', bytes: withMacros }] }, options: { macros: false } },
    { name: 'a signature picture', draft: { attachments: [{ name: 'logo.png', bytes: bytes('\x89PNG\r\n\x1a\n'), inline: true }] } },
    { name: 'nothing attached', draft: {} },
  ],
};
