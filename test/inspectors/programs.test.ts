import { zipSync } from 'fflate';
import { bytesOf, inspectBytes, inspectSample, little } from './inspecting';

const windows = bytesOf('MZ', new Array<number>(58).fill(0), little(64, 4), 'PE\0\0', new Array<number>(20).fill(0));

/** A compound file with its root's class, and nothing else in it. */
function compoundOf(rootClass: string, more = ''): Uint8Array {
  const header = new Uint8Array(512);
  header.set(bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'));
  header.set(little(9, 2), 30);
  const directory = new Uint8Array(512);
  directory.set(bytesOf(rootClass), 80);
  return bytesOf(header, directory, more);
}

const INSTALLER = '\x84\x10\x0c\0\0\0\0\0\xc0\0\0\0\0\0\0\x46';

test.each([
  ['a program of Windows', windows, 'program'],
  ['a program of Linux', bytesOf('\x7fELF\x02\x01\x01', new Array<number>(60).fill(0)), 'program'],
  ['a program of macOS', bytesOf('\xcf\xfa\xed\xfe', new Array<number>(60).fill(0)), 'program'],
  ['a Java archive', zipSync({ 'META-INF/MANIFEST.MF': bytesOf('Main-Class: A'), 'A.class': bytesOf('\xca\xfe\xba\xbe') }), 'program'],
  ['a shortcut', bytesOf('\x4c\0\0\0\x01\x14\x02\0', new Array<number>(68).fill(0)), 'shortcut'],
  ['an installer', compoundOf(INSTALLER), 'installer'],
  ['a script that names its interpreter', bytesOf('#!/usr/bin/env python3\nprint(1)\n'), 'script'],
  ['a disk image', bytesOf(new Uint8Array(0x8001), 'CD001', new Uint8Array(64)), 'disk image'],
  ['an older Office file with macros', compoundOf('', '_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0'), 'macros'],
])('%s is known by its bytes', (_name, bytes, what) => {
  expect(inspectBytes('letter.pdf', bytes).programs?.[0]).toEqual({ what, where: '' });
});

test.each([
  ['a text that begins with MZ', bytesOf('MZ is the head of maths, and PE is on Tuesday afternoon in the hall, weather permitting.')],
  ['a program cut short', windows.subarray(0, 50)],
  ['an older Office file without macros', compoundOf('')],
  ['an archive that names a macro file and is no document', zipSync({ 'vbaProject.bin': bytesOf('x') })],
  ['an empty file', new Uint8Array(0)],
])('%s does not run', (_name, bytes) => expect(inspectBytes('a', bytes).programs).toBeUndefined());

test('what is inside an archive is named with its path', () => {
  const inner = zipSync({ 'bin/setup.exe': windows });
  expect(inspectBytes('a.zip', zipSync({ 'tools.zip': inner, 'run.sh': bytesOf('#!/bin/sh\n') })).programs).toEqual([
    { what: 'program', where: 'tools.zip > bin/setup.exe' },
    { what: 'script', where: 'run.sh' },
  ]);
});

test.each(['documents/letter.docx', 'documents/register.xlsx', 'documents/slides.pptx', 'documents/plain.zip', 'documents/letter.odt'])('%s does not run', (path) => {
  expect(inspectSample(path).programs).toBeUndefined();
});
