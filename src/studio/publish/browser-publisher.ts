import { versionedName } from './publication';
import type { Publication, Publisher } from './publication';
import { saveFile } from './save-file';

const PREFIX = 'heed-studio-history:';

/** Where this machine keeps the history, by the name of the trust's pack. */
const keyOf = (pack: string): string => `${PREFIX}${pack}`;

/** The packs that were published from this browser. */
export function publishedPacks(): readonly string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)).sort();
}

/** Saves each published file under a name with its version and hash, for IT to host, and keeps the history in this browser. */
export function browserPublisher(pack: string): Publisher {
  const history = (): readonly Publication[] => {
    try {
      return JSON.parse(localStorage.getItem(keyOf(pack)) ?? '[]') as readonly Publication[];
    } catch {
      return [];
    }
  };
  return {
    history: () => Promise.resolve(history()),
    watch: (onPublished) => {
      const heard = ({ key }: StorageEvent): void => {
        const last = history().at(-1);
        if (key === keyOf(pack) && last !== undefined) onPublished(last);
      };
      window.addEventListener('storage', heard);
      return () => window.removeEventListener('storage', heard);
    },
    publish: (publication) => {
      const all = [...history(), publication];
      for (const file of publication.files) saveFile(versionedName(file, publication.number), file.text);
      saveFile(`${pack.replace(/\.json$/, '')}.history.json`, `${JSON.stringify(all, null, 2)}\n`);
      try {
        localStorage.setItem(keyOf(pack), JSON.stringify(all));
      } catch {
        return Promise.reject(new Error(`The files were saved, but this browser has no room left to remember version ${publication.number}. Keep ${pack.replace(/\.json$/, '')}.history.json: the versions are in it.`));
      }
      return Promise.resolve();
    },
  };
}
