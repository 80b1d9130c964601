import { useCallback, useEffect, useRef, useState } from 'react';
import type { Dispatch, SetStateAction } from 'react';
import type { Path } from '../policy';
import { startEdits, step } from './editing/history';
import type { Edits } from './editing/history';
import { keepEdits, keptEdits, keyOfEdits, readKept } from './editing/kept-edits';
import type { KeptEdits } from './editing/kept-edits';
import { isSame } from './editing/pack-set';
import type { PackSet } from './editing/pack-set';
import { movedOnto } from './editing/rebase';
import { setOfPublication } from './publish/publication';
import type { Publication, Publisher } from './publish/publication';

/** What the studio has to say of edits that are not published. */
export type EditsNotice =
  /** They were made before, and are here again. */
  | { readonly is: 'back'; readonly at: string }
  /** They were made on another version than the one that is open. */
  | { readonly is: 'of another version'; readonly kept: KeptEdits }
  /** Another window of this browser edits the same pack. */
  | { readonly is: 'edited elsewhere' }
  /** Another window has published. */
  | { readonly is: 'published elsewhere'; readonly publication: Publication }
  /** They stand on the newer version now; where both changed the same place, these stand. */
  | { readonly is: 'moved'; readonly clashes: readonly Path[] }
  | { readonly is: 'not kept' };

/** Milliseconds after the last change until it is kept. */
const KEEP_AFTER = 300;

interface State {
  readonly published: PackSet;
  readonly edits: Edits;
  readonly notice: EditsNotice | null;
}

/** The edits of a pack as they were left; those that were made on another version wait to be asked for. */
function startWith(opened: PackSet): State {
  const fresh = { published: opened, edits: startEdits(opened), notice: null };
  const kept = keptEdits(opened.trust.file);
  if (kept === null || isSame(kept.now, opened)) return fresh;
  if (!isSame(kept.base, opened)) return { ...fresh, notice: { is: 'of another version', kept } };
  return { ...fresh, edits: step(fresh.edits, kept.now, 'kept'), notice: { is: 'back', at: kept.at } };
}

export interface KeptState extends State {
  readonly hasEdits: boolean;
  readonly setEdits: Dispatch<SetStateAction<Edits>>;
  /** A set is the published one now, and nothing in it is edited. */
  readonly publish: (set: PackSet) => void;
  /** Puts the edits that wait, or these, onto the version that is in force now. */
  readonly move: () => void;
  /** Takes the notice away; edits of another version are thrown away with it. */
  readonly dismiss: () => void;
}

/** The edited packs, kept in this browser until they are published or discarded. */
export function useKeptEdits(opened: PackSet, publisher: Publisher): KeptState {
  const [state, setState] = useState(() => startWith(opened));
  const { published, edits, notice } = state;
  const { now } = edits;
  const pack = opened.trust.file;
  const hasEdits = !isSame(now, published);
  const waits = notice?.is === 'of another version';
  // What is kept already, so that a window that only opens does not write.
  const kept = useRef(hasEdits ? now : null);
  const setNotice = useCallback((next: EditsNotice | null) => setState((old) => ({ ...old, notice: next })), []);
  const setEdits = useCallback((action: SetStateAction<Edits>) => setState((old) => ({ ...old, edits: typeof action === 'function' ? action(old.edits) : action })), []);

  useEffect(() => {
    if (waits) return undefined;
    const keep = (): void => {
      const next = hasEdits ? now : null;
      if (kept.current === next) return;
      kept.current = next;
      if (!keepEdits(pack, hasEdits ? { at: new Date().toISOString(), base: published, now } : null)) setNotice({ is: 'not kept' });
    };
    const timer = setTimeout(keep, KEEP_AFTER);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [pack, published, now, hasEdits, waits, setNotice]);

  useEffect(() => {
    const heard = ({ key, newValue }: StorageEvent): void => {
      if (key === keyOfEdits(pack) && readKept(newValue) !== null) setNotice({ is: 'edited elsewhere' });
    };
    window.addEventListener('storage', heard);
    const forget = publisher.watch((publication) => setNotice({ is: 'published elsewhere', publication }));
    return () => {
      window.removeEventListener('storage', heard);
      forget();
    };
  }, [pack, publisher, setNotice]);

  const move = (): void => {
    if (notice?.is === 'of another version') {
      const { set, clashes } = movedOnto(notice.kept.base, notice.kept.now, now);
      setState({ published, edits: step(edits, set, 'kept'), notice: { is: 'moved', clashes } });
    } else if (notice?.is === 'published elsewhere') {
      const theirs = setOfPublication(notice.publication);
      const { set, clashes } = movedOnto(published, now, theirs);
      const fresh = startEdits(theirs);
      setState({ published: theirs, edits: isSame(set, theirs) ? fresh : step(fresh, set, 'kept'), notice: hasEdits ? { is: 'moved', clashes } : null });
    }
  };
  const dismiss = (): void => {
    if (waits) keepEdits(pack, null);
    setNotice(null);
  };
  return { ...state, hasEdits, setEdits, publish: (set) => setState({ published: set, edits: startEdits(set), notice: null }), move, dismiss };
}
