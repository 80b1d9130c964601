import { versionedName } from './publication';
import type { Publication, Publisher } from './publication';

/** Where this machine keeps the history, by the name of the trust's pack. */
const keyOf = (pack: string): string => `heed-studio-history:${pack}`;

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
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
    publish: (publication) => {
      const all = [...history(), publication];
      localStorage.setItem(keyOf(pack), JSON.stringify(all));
      for (const file of publication.files) save(versionedName(file, publication.number), file.text);
      save(`${pack.replace(/\.json$/, '')}.history.json`, `${JSON.stringify(all, null, 2)}\n`);
      return Promise.resolve();
    },
  };
}
