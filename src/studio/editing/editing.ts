import { createContext, useContext } from 'react';
import type { Path } from '../../policy';
import { lockAt } from '../../policy';
import { schema } from './judge';
import type { Judgement } from './judge';
import { rawOf, valueAt } from './pack-set';
import type { Editor, PackSet } from './pack-set';
import type { StoredTexts } from './quotations';

/** What every page knows of the packs, and how it changes them. */
export interface Editing {
  readonly published: PackSet;
  readonly now: PackSet;
  readonly editor: Editor;
  readonly judgement: Judgement;
  readonly publishedJudgement: Judgement;
  readonly today: string;
  readonly texts: StoredTexts;
  /** Sets a value in the file that is edited; undefined takes it away. Changes at one `place` in a row are one step back. */
  change(path: Path, value: unknown, place?: Path): void;
  /** Puts another set in the place of this one, as one step. */
  replace(set: PackSet, what: string): void;
  storeText(document: string, text: string): void;
  go(page: string): void;
  /** Lets another file be edited: the trust's, or an academy's. */
  choose(editor: Editor): void;
  say(text: string): void;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('There is nothing to edit here.');
  return editing;
}

/** The role that owns the trust's pack: the owner of its first document. */
export function ownerOf({ trust }: PackSet): string {
  const documents = valueAt(trust.raw, ['documents']);
  const all: readonly unknown[] = typeof documents === 'object' && documents !== null ? Object.values(documents) : [];
  const owner = (all[0] as { owner?: unknown } | undefined)?.owner;
  return typeof owner === 'string' ? owner : 'the policy owner';
}

/** True where an academy edits, and may change nothing of the rule. */
export function isRuleLocked({ now, editor }: Pick<Editing, 'now' | 'editor'>, rule: string | number): boolean {
  return editor !== 'trust' && valueAt(now.trust.raw, ['rules', rule, 'locked']) === true;
}

/** Who alone may change the value at a path, where the one who edits may not; null where he may. */
export function lockedBy({ now, editor }: Editing, path: Path): string | null {
  if (editor === 'trust') return null;
  return (path[0] === 'rules' && path[1] !== undefined && isRuleLocked({ now, editor }, path[1])) || lockAt(schema, path) === 'T' ? ownerOf(now) : null;
}

/** What is written at a path in the file that is edited; in an overlay, else what the trust wrote. */
export function writtenAt({ now, editor }: Editing, path: Path): unknown {
  const own = valueAt(rawOf(now, editor), path);
  // An academy's list adds to the trust's, so its first entry is not the trust's first.
  const isEntry = path.some((step) => typeof step === 'number');
  return own === undefined && editor !== 'trust' && !isEntry ? valueAt(now.trust.raw, path) : own;
}

/** The text that is written at a path; empty where there is none. */
export function textAt(editing: Editing, path: Path): string {
  const written = writtenAt(editing, path);
  return typeof written === 'string' ? written : '';
}

export function fileOf({ now, editor }: Editing): string {
  return editor === 'trust' ? now.trust.file : editor.overlay;
}
