import { useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { readJson, shippedPacks } from '../policy';
import { Studio } from './app';
import type { PackSet, RawPack } from './editing/pack-set';
import { registerStudioIcons } from './icons';
import { browserPublisher } from './publish/browser-publisher';

function shippedSet(name: string): PackSet {
  const pack = shippedPacks.find((each) => each.name === name) ?? shippedPacks[0]!;
  return { trust: { file: pack.file, raw: JSON.parse(pack.text) as RawPack, text: pack.text }, overlays: [] };
}

/** A file as a trust's pack, or why it is none. */
async function openPack(file: File): Promise<PackSet | string> {
  const text = await file.text();
  const json = readJson(text);
  if (!json.ok) return `${file.name}, line ${json.line}, column ${json.column}: ${json.message}`;
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) return `${file.name} is not a pack.`;
  if ('extends' in json.value) return `${file.name} is an academy’s overlay. Open the trust’s pack first, and the overlay under Academies.`;
  // A version that was saved by the studio is the same pack.
  return { trust: { file: file.name.replace(/\.\d+\.[0-9a-f]{8}\.json$/, '.json'), raw: json.value as RawPack, text }, overlays: [] };
}

function Root(): ReactElement {
  const [opened, setOpened] = useState<{ readonly set: PackSet; readonly turn: number }>({ set: shippedSet('laat'), turn: 0 });
  const [problem, setProblem] = useState('');
  const open = (set: PackSet): void => setOpened(({ turn }) => ({ set, turn: turn + 1 }));
  return (
    <>
      <p role="alert" style={{ margin: problem === '' ? 0 : '8px 20px' }}>
        {problem}
      </p>
      <Studio
        key={opened.turn}
        opened={opened.set}
        today={new Date().toISOString().slice(0, 10)}
        publisherFor={browserPublisher}
        shipped={shippedPacks.map(({ name }) => name)}
        onOpenShipped={(name) => open(shippedSet(name))}
        onOpen={(file) => {
          void openPack(file).then((set) => {
            setProblem(typeof set === 'string' ? set : '');
            if (typeof set !== 'string') open(set);
          });
        }}
      />
    </>
  );
}

registerStudioIcons();
document.body.style.margin = '0';
const place = document.getElementById('root');
if (place !== null) createRoot(place).render(<Root />);
