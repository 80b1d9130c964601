import fs from 'node:fs';
import path from 'node:path';
import { readManifest } from '../../src/demo/manifest/read-manifest';
import { descendants, readXml } from '../../src/demo/manifest/xml';

const PROBE = fs.readFileSync(path.join(__dirname, 'probes', 'manifest.xml'), 'utf8');

describe('reading a manifest', () => {
  test('takes functions, send modes, runtimes, panes and commands from the probe', () => {
    const manifest = readManifest(PROBE);
    expect(manifest).toMatchObject({
      name: 'Probe & Co',
      permission: 'ReadWriteItem',
      loadsFrom: '1.5',
      actsFrom: '1.12',
      eventPageUrl: 'https://probe.example/event.html',
      eventScriptUrl: 'https://probe.example/event.js',
      supportsSharedFolders: true,
      problems: [],
    });
    expect(manifest.launchEvents).toContainEqual({ type: 'OnMessageSend', functionName: 'onProbeSend', sendMode: 'softBlock' });
    expect(manifest.launchEvents).toContainEqual({ type: 'OnAppointmentSend', functionName: 'onProbeSend', sendMode: 'block' });
    expect(manifest.launchEvents).toContainEqual({ type: 'OnMessageAttachmentsChanged', functionName: 'onProbeAttachments', sendMode: null });
    expect(manifest.commands.map(({ id, surface, action }) => [id, surface, action.kind])).toEqual([
      ['messagePaneButton', 'message', 'pane'],
      ['messageFunctionButton', 'message', 'function'],
      ['appointmentPaneButton', 'appointment', 'pane'],
    ]);
  });

  test('a send event without a mode is a soft block', () => {
    const manifest = readManifest(PROBE.replace(' SendMode="SoftBlock"', ''));
    expect(manifest.launchEvents[0]).toEqual({ type: 'OnMessageSend', functionName: 'onProbeSend', sendMode: 'softBlock' });
  });

  test.each([
    ['a send mode that does not exist', 'SendMode="SoftBlock"', 'SendMode="Gentle"', 'OnMessageSend has the send mode "Gentle"; it is one of PromptUser, SoftBlock, Block.'],
    ['a resource that is not there', '<bt:Url id="Event.Script"', '<bt:Url id="Event.Other"', 'The script of the runtime names the resource "Event.Script", which the manifest does not have.'],
  ])('%s is named', (_name, from, to, problem) => {
    expect(readManifest(PROBE.replace(from, to)).problems).toContain(problem);
  });

  test.each([
    ['an unclosed element', '<OfficeApp><Id>', 'The manifest never closes <Id>.'],
    ['a wrong closing tag', '<OfficeApp><Id></Name></OfficeApp>', 'The manifest closes </Name> where <Id> is open.'],
    ['nothing at all', '', 'The manifest is empty.'],
    ['a stray bracket', '<OfficeApp>1 < 2</OfficeApp>', 'The manifest is not well-formed XML near character 13.'],
  ])('%s is a sentence, not a crash', (_name, source, problem) => {
    const manifest = readManifest(source);
    expect(manifest.problems[0]).toBe(problem);
    expect(manifest.launchEvents).toEqual([]);
  });
});

describe('reading XML', () => {
  test('knows entities, CDATA, comments, prefixes and both quotes', () => {
    const root = readXml(`<?xml version="1.0"?><!-- <no/> --><a:root b:x='1 &quot;2&quot;' y="&#65;"><![CDATA[<raw>]]> &amp; more<leaf/></a:root>`);
    expect(root).toMatchObject({ name: 'root', attributes: { x: '1 "2"', y: 'A' }, text: '<raw> & more', children: [{ name: 'leaf' }] });
  });

  test('ten thousand levels are no problem', () => {
    const root = readXml(`${'<d>'.repeat(10_000)}${'</d>'.repeat(10_000)}`);
    expect('problem' in root ? 0 : descendants(root, 'd').length).toBe(9_999);
  });
});
