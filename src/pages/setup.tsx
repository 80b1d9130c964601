import '../ui/no-remote-fonts';
import { DefaultButton, Link, MessageBar, MessageBarType, PrimaryButton, Stack, Text } from '@fluentui/react';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { addressesOf, checkSite, earlierManifest, earlierPackage, earlierUnified, manifestXml, readChoices, unifiedPackage } from '../deployment';
import type { EarlierManifest, ManifestChoices, SiteFinding, TypedChoices } from '../deployment';
import { decodeText } from '../text';
import { registerPageIcons } from './icons';
import { ask, ownHost } from './ask';
import { Findings } from './findings';
import { Frame, Section } from './frame';
import { saveFile } from './save-file';
import { SetupForm } from './setup-form';

/** Put in place when the page is built: the project's manifest.xml, the version, and the two pictures in base64. */
declare const HEED_MANIFEST: string;
declare const HEED_BUILD: string;
declare const HEED_PICTURES: { readonly color: string; readonly outline: string };

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

async function readEarlier(file: File): Promise<EarlierManifest | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (file.name.endsWith('.zip')) return earlierPackage(bytes);
  return (file.name.endsWith('.json') ? earlierUnified : earlierManifest)(decodeText(bytes).text);
}

/** What a page can look at itself: browsers hide the headers of other hosts. */
function Check({ choices }: { readonly choices: ManifestChoices }): ReactElement {
  const [findings, setFindings] = useState<readonly SiteFinding[] | null>(null);
  const [isAsking, setAsking] = useState(false);
  const own = ownHost();
  if (own !== choices.host) {
    return (
      <Text block>
        {own === null ? 'This page was opened as a file.' : `This page is at ${own}.`} To have the host checked, open {choices.host}/setup.html once the site folder is there.
      </Text>
    );
  }
  const start = (): void => {
    setAsking(true);
    void checkSite(choices.host, ask, addressesOf(choices).filter(({ path }) => path.startsWith('/'))).then((answer) => {
      setFindings(answer);
      setAsking(false);
    });
  };
  const wrong = findings?.filter(({ isProblem }) => isProblem).length ?? 0;
  return (
    <Stack tokens={{ childrenGap: 10 }}>
      <DefaultButton text={isAsking ? 'Asking' : 'Check this host'} disabled={isAsking} allowDisabledFocus onClick={start} styles={{ root: { alignSelf: 'flex-start' } }} />
      <div role="status">
        {findings === null || isAsking ? null : (
          <MessageBar messageBarType={wrong === 0 ? MessageBarType.success : MessageBarType.error}>
            {wrong === 0 ? `All ${new Set(findings.map(({ address }) => address)).size} addresses are as Outlook needs them.` : `${wrong === 1 ? '1 thing is' : `${wrong} things are`} wrong.`}
          </MessageBar>
        )}
      </div>
      {findings === null || isAsking ? null : <Findings findings={findings} host={choices.host} />}
      {choices.support.startsWith(`${choices.host}/`) ? null : (
        <Text block>
          The page for help is on another host, which this page cannot look at. See that it is there:{' '}
          <Link href={choices.support} target="_blank" rel="noreferrer" underline>
            {choices.support}
          </Link>
        </Text>
      )}
    </Stack>
  );
}

function Setup(): ReactElement {
  const [typed, setTyped] = useState<TypedChoices>({ host: ownHost() ?? undefined });
  const [earlier, setEarlier] = useState<EarlierManifest | null>(null);
  const [earlierProblem, setEarlierProblem] = useState<string | null>(null);
  const { choices, problems } = useMemo(() => readChoices(typed, HEED_BUILD.split('-')[0] ?? '', earlier), [typed, earlier]);
  const takeEarlier = (file: File): void => {
    void readEarlier(file).then((read) => {
      setEarlier(read);
      setEarlierProblem(read === null ? `“${file.name}” is no manifest of Heed. Choose the file that was uploaded before, or none.` : null);
    });
  };
  const saveUnified = (chosen: ManifestChoices): void => {
    const zip = unifiedPackage(chosen, { color: bytesOf(HEED_PICTURES.color), outline: bytesOf(HEED_PICTURES.outline) });
    saveFile('heed.zip', new Uint8Array(zip), 'application/zip');
  };
  return (
    <Frame title="Set up Heed" lead="Writes the manifest that you upload to the Microsoft 365 admin centre. It is made on this computer, and nothing is sent.">
      <Section title="1. Say where and how">
        <SetupForm typed={typed} problems={problems} earlier={earlier} earlierProblem={earlierProblem} onChange={(change) => setTyped((before) => ({ ...before, ...change }))} onEarlier={takeEarlier} />
      </Section>
      <Section title="2. Check the host">{choices === null ? <Text block>First say where Heed is served.</Text> : <Check key={`${choices.host} ${choices.support}`} choices={choices} />}</Section>
      <Section title="3. Save the manifest">
        <Stack tokens={{ childrenGap: 10 }}>
          <Stack horizontal wrap tokens={{ childrenGap: 10 }}>
            <PrimaryButton text="Save manifest.xml" disabled={choices === null} allowDisabledFocus onClick={() => choices !== null && saveFile('manifest.xml', manifestXml(HEED_MANIFEST, choices), 'text/xml')} />
            <DefaultButton text="Save the unified package" disabled={choices === null} allowDisabledFocus onClick={() => choices !== null && saveUnified(choices)} />
          </Stack>
          <Text block role="status">
            {choices === null ? (problems[0]?.message ?? '') : `Id ${choices.id}, version ${choices.version}, host ${choices.host}.`}
          </Text>
          <Text block variant="small">
            Upload manifest.xml. The unified package does not run on a Mac; never deploy both. Next: step 5 of admin.html.
          </Text>
        </Stack>
      </Section>
    </Frame>
  );
}

registerPageIcons();
document.body.style.margin = '0';
const place = document.getElementById('root');
if (place !== null) createRoot(place).render(<Setup />);
