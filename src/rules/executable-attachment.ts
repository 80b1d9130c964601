import * as v from 'valibot';
import { defineRule } from '../domain';
import type { AttachmentContent, Finding, Program } from '../domain';
import { takesReports } from '../recipients';
import { switchOption } from './option-kinds';

type Situation = 'program' | 'macros';

/** Endings of scripts and shortcuts: they are plain text or have no mark of their own, so the name tells. */
const ENDINGS = 'bat cmd scr pif hta vbs vbe js jse wsf wsh ps1 psm1 msi msp exe dll lnk reg jar apk dmg'.split(' ');

const WORDS: { readonly [what in Program['what']]: string } = {
  program: 'a program',
  installer: 'an installer',
  shortcut: 'a shortcut',
  script: 'a script',
  'disk image': 'a disk image',
  macros: 'macros',
};

function isNamedSo(name: string, endings: readonly string[]): boolean {
  const ending = /\.([a-z0-9]{2,4})$/i.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && endings.includes(ending);
}

/** What in an attachment would run, by its bytes, and by the names of what is locked or is plain text. */
function programsIn({ attachment, inspection }: AttachmentContent, endings: readonly string[]): readonly Program[] {
  const byBytes = inspection.programs ?? [];
  const isKnown = (where: string): boolean => byBytes.some((program) => program.where === where);
  const named = [...(isNamedSo(attachment.name, endings) && !isKnown('') ? [''] : []), ...inspection.entries.filter((name) => isNamedSo(name, endings) && !isKnown(name))];
  return [...byBytes, ...named.map((where): Program => ({ what: /\.(?:exe|dll|scr|jar|apk)$/i.test(where === '' ? attachment.name : where) ? 'program' : 'script', where }))];
}

export const executableAttachment = defineRule({
  id: 'executable-attachment',
  title: 'Attachment that can run',
  why: 'A program from a trusted sender is opened without a thought, and mail systems hold it back or pass it on with a warning.',
  tips: {
    program: {
      saw: "'{file}' is {what}.",
      advice: 'remove it and ask IT Services how to share it. If you mean to send it, {anyway}.',
      brief: "'{file}' is {what}.",
      button: 'Remove attachment',
    },
    'program-inside': {
      saw: "'{file}' has {what} in it: {path}.",
      advice: 'remove it and ask IT Services how to share it. If you mean to send it, {anyway}.',
      brief: "'{file}' has {what} in it.",
      button: 'Remove attachment',
    },
    macros: {
      saw: "'{file}' has macros in it, which run when it is opened.",
      advice: 'save it without macros, or share a OneDrive link. If you mean to send it, {anyway}.',
      brief: "'{file}' has macros in it.",
      button: 'Remove attachment',
    },
  },
  allowances: { file: 40, what: 14, path: 60 },
  situations: { program: 'warn', macros: 'warn' },
  appliesTo: ['message', 'appointment'],
  needs: ['audience', 'contents'],
  wants: [],
  options: v.strictObject({
    endings: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.regex(/^[a-z0-9]{1,20}$/i, 'this is no ending of a name. Write the letters after the dot alone, such as "exe".'))),
        v.maxLength(100),
        v.title('Endings of files that run'),
        v.description('What the names of scripts, shortcuts and programs end with, without the dot.'),
        v.metadata({ lock: 'T' }),
      ),
      [...ENDINGS],
    ),
    macros: switchOption(true, 'Look for macros', 'Whether Office files with macros are spoken of.', 'T'),
  }),
  check: ({ audience, contents }, options, { organisation, evidence: { maxItems } }): readonly Finding<Situation>[] => {
    const others = audience.members.filter((member) => !member.isSender);
    // What looks dangerous is shown to IT.
    if (others.length > 0 && others.every((member) => takesReports(member, organisation))) return [];
    const findings: Finding<Situation>[] = [];
    for (const content of contents) {
      const { attachment } = content;
      const found = attachment.kind === 'link' ? [] : programsIn(content, options.endings).filter(({ what }) => what !== 'macros' || options.macros);
      const first = found.find(({ what }) => what !== 'macros') ?? found[0];
      if (first === undefined) continue;
      findings.push({
        situation: first.what === 'macros' ? 'macros' : 'program',
        tip: first.what === 'macros' ? 'macros' : first.where === '' ? 'program' : 'program-inside',
        values: { file: attachment.name, what: WORDS[first.what], path: first.where },
        evidence: found.slice(0, maxItems).map(({ what, where }) => ({
          where: where === '' ? attachment.name : `${attachment.name} > ${where}`,
          masked: WORDS[what],
          count: found.length,
        })),
        fixes: [{ do: 'remove-attachment', attachment: attachment.id }],
        concerns: [`attachment:${attachment.id}`],
      });
    }
    return findings;
  },
});
