import { createContext, useCallback, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { SetStateAction } from 'react';

/** What pages keep while somebody is on another page. It is gone when the studio is closed. */
export interface Memory {
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  watch(listener: () => void): () => void;
}

/** An empty memory. */
export function newMemory(): Memory {
  const values = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  return {
    read: (name) => values.get(name),
    write: (name, value) => {
      values.set(name, value);
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const MemoryContext = createContext<Memory>(newMemory());

/** As useState, for what should still be there when the page is come back to. The setter works while the page is not shown, too. */
export function useRemembered<T>(name: string, first: T): [T, (action: SetStateAction<T>) => void] {
  const memory = useContext(MemoryContext);
  const initial = useRef(first);
  const read = useCallback((): T => (memory.read(name) as T | undefined) ?? initial.current, [memory, name]);
  const value = useSyncExternalStore(memory.watch, read);
  const set = useCallback((action: SetStateAction<T>) => memory.write(name, typeof action === 'function' ? (action as (old: T) => T)(read()) : action), [memory, name, read]);
  return [value, set];
}

/** Ends what was begun on a page, such as a worker, when the studio itself goes. */
export function useEndWithStudio(memory: Memory, name: string): void {
  useEffect(() => () => (memory.read(name) as { end?: () => void } | undefined)?.end?.(), [memory, name]);
}
