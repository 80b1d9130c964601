import '../ui/no-remote-fonts';
import { DefaultButton, MessageBar, MessageBarType, Spinner, Stack, Text, TextField } from '@fluentui/react';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { diagnose } from '../deployment';
import type { Diagnosis, SiteFinding } from '../deployment';
import { factsOf, readTrace } from '../diagnosis';
import type { Fact } from '../diagnosis';
import { isUnreadable } from '../domain';
import { registerPageIcons } from './icons';
import { ask, ownHost } from './ask';
import { Facts } from './facts';
import { Findings } from './findings';
import { Frame, Section } from './frame';

const LIBRARY = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** True when Microsoft's library answers from here; what it says is hidden from pages of other hosts. */
async function isLibraryThere(): Promise<boolean> {
  try {
    await fetch(LIBRARY, { mode: 'no-cors', signal: AbortSignal.timeout(10_000) });
    return true;
  } catch {
    return false;
  }
}

function hasStorage(): boolean {
  try {
    const name = 'heed.probe';
    localStorage.setItem(name, '1');
    const isKept = localStorage.getItem(name) === '1';
    localStorage.removeItem(name);
    return isKept;
  } catch {
    return false;
  }
}

function factsAbout({ facts }: Diagnosis, isLibrary: boolean): readonly Fact[] {
  return [
    ['Add-in', facts.build ?? 'not known'],
    ['Served at', facts.origin ?? 'the add-in has not been told'],
    ['Built-in policy', facts.builtIn ?? 'not known'],
    ['Hosted policy', facts.hosted ?? 'none that clients take up'],
    ['Microsoft’s library', isLibrary ? 'can be reached from here' : 'cannot be reached from here'],
    ['This browser', hasStorage() ? 'can keep the policy' : 'keeps nothing, so the policy is asked for at each draft'],
  ];
}

/** What is wrong with the way to Microsoft, beside what the host serves. */
function libraryFindings(isLibrary: boolean): readonly SiteFinding[] {
  return isLibrary ? [] : [{ address: LIBRARY, isProblem: true, message: 'cannot be reached from here, and without it no add-in runs. Let the firewall and the web filter pass appsforoffice.microsoft.com.' }];
}

function Host({ host }: { readonly host: string }): ReactElement {
  const [known, setKnown] = useState<{ readonly diagnosis: Diagnosis; readonly isLibrary: boolean } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isGone = false;
    setKnown(null);
    void Promise.all([diagnose(host, ask), isLibraryThere()]).then(([diagnosis, isLibrary]) => {
      if (!isGone) setKnown({ diagnosis, isLibrary });
    });
    return () => {
      isGone = true;
    };
  }, [host, turn]);
  const findings = known === null ? [] : [...libraryFindings(known.isLibrary), ...known.diagnosis.findings];
  const wrong = findings.filter(({ isProblem }) => isProblem).length;
  return (
    <Stack tokens={{ childrenGap: 14 }}>
      <div role="status">
        {known === null ? (
          <Spinner label="Asking for every file" labelPosition="right" styles={{ root: { justifyContent: 'flex-start' } }} />
        ) : (
          <MessageBar messageBarType={wrong === 0 ? MessageBarType.success : MessageBarType.error}>
            {wrong === 0 ? 'Nothing is wrong.' : `${wrong === 1 ? '1 thing is' : `${wrong} things are`} wrong. Show this page to IT Services.`}
          </MessageBar>
        )}
      </div>
      {known === null ? null : (
        <>
          <Facts facts={factsAbout(known.diagnosis, known.isLibrary)} />
          <Findings findings={findings} host={host} />
          <DefaultButton text="Ask again" onClick={() => setTurn(turn + 1)} styles={{ root: { alignSelf: 'flex-start' } }} />
        </>
      )}
    </Stack>
  );
}

function ReadTrace(): ReactElement {
  const [text, setText] = useState('');
  const trace = text.trim() === '' ? null : readTrace(text);
  return (
    <Stack tokens={{ childrenGap: 10 }}>
      <TextField
        label="A trace, as somebody sent it"
        multiline
        rows={4}
        value={text}
        spellCheck={false}
        onChange={(_event, value = '') => setText(value)}
        errorMessage={trace !== null && isUnreadable(trace) ? `This cannot be read, because ${trace.unreadable}.` : ''}
      />
      {trace === null || isUnreadable(trace) ? null : <Facts facts={factsOf(trace)} />}
    </Stack>
  );
}

function DiagnosisPage(): ReactElement {
  const host = ownHost();
  return (
    <Frame title="What works here" lead="What this host serves, whether this computer can reach it, and which policy is out. Nothing is sent anywhere.">
      <Section title="This host">{host === null ? <Text block>This page was opened as a file. Open it from your host, at /diagnosis.html.</Text> : <Host host={host} />}</Section>
      <Section title="This Outlook">
        <Text block styles={{ root: { lineHeight: '1.45' } }}>
          Which Outlook it is, and what it can do, only Heed’s pane inside Outlook can tell: open a new email, then Check with Heed, then “What works here” at its foot. There you make a trace for IT Services: counts, sizes, times and
          outcomes, without an address, a name, a subject or a word of the email.
        </Text>
      </Section>
      <Section title="Read a trace">
        <ReadTrace />
      </Section>
    </Frame>
  );
}

registerPageIcons();
document.body.style.margin = '0';
const place = document.getElementById('root');
if (place !== null) createRoot(place).render(<DiagnosisPage />);
