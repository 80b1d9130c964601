import '../ui/no-remote-fonts';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { readJson, shippedPacks } from '../policy';
import { decodeText } from '../text';
import { Studio } from './app';
import type { PackSet, RawPack } from './editing/pack-set';
import { registerStudioIcons } from './icons';
import { browserPublisher, publishedPacks } from './publish/browser-publisher';
import { setOfPublication } from './publish/publication';

/** The pack that is open when nothing else was chosen, as `heed` has it. */
const FIRST_PACK = 'laat.json';

function knownPacks(): readonly string[] {
  return [...new Set([...shippedPacks.map(({ file }) => file), ...publishedPacks()])];
}

/** What was last published from this browser under a pack's name, else the pack as it is shipped. */
async function openKnown(file: string): Promise<PackSet> {
  const history = await browserPublisher(file).history();
  const last = history[history.length - 1];
  if (last !== undefined) return setOfPublication(last);
  const pack = shippedPacks.find((each) => each.file === file) ?? shippedPacks[0]!;
  return { trust: { file: pack.file, raw: JSON.parse(pack.text) as RawPack, text: pack.text }, overlays: [] };
}

/** A file as a trust's pack, or why it is none. */
async function openPack(file: File): Promise<PackSet | string> {
  const { text } = decodeText(new Uint8Array(await file.arrayBuffer()));
  const json = readJson(text);
  if (!json.ok && /\.(?:eml|msg|mbox|mbx|zip)$/i.test(file.name)) return `${file.name} is mail, not a policy. Open one mail under Try a draft, and many under Replay.`;
  if (!json.ok) return `${file.name} could not be opened, and what you see has not changed. Line ${json.line}, column ${json.column}: ${json.message} If it was sent to you, ask for it again.`;
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) return `${file.name} is not a pack. Open a file that holds one, such as ${FIRST_PACK}.`;
  if ('extends' in json.value) return `${file.name} is an academy’s overlay. Open the trust’s pack first, and the overlay under Academies.`;
  // A version that was saved by the studio is the same pack.
  return { trust: { file: file.name.replace(/\.\d+\.[0-9a-f]{8}\.json$/, '.json'), raw: json.value as RawPack, text }, overlays: [] };
}

function Root({ first }: { readonly first: PackSet }): ReactElement {
  const [opened, setOpened] = useState<{ readonly set: PackSet; readonly turn: number }>({ set: first, turn: 0 });
  const [problem, setProblem] = useState('');
  const open = (set: PackSet | string): void => {
    setProblem(typeof set === 'string' ? set : '');
    if (typeof set !== 'string') setOpened(({ turn }) => ({ set, turn: turn + 1 }));
  };
  return (
    <Studio
      key={opened.turn}
      opened={opened.set}
      problem={problem}
      today={new Date().toISOString().slice(0, 10)}
      publisherFor={browserPublisher}
      known={knownPacks()}
      onOpenKnown={(file) => void openKnown(file).then(open)}
      onOpen={(file) => void openPack(file).then(open)}
    />
  );
}

registerStudioIcons();
document.body.style.margin = '0';
// What takes the focus comes to stand below the header, which stays in view.
document.documentElement.style.scrollPaddingTop = '72px';
const place = document.getElementById('root');
if (place !== null) void openKnown(FIRST_PACK).then((first) => createRoot(place).render(<Root first={first} />));
