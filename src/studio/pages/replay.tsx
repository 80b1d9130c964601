import { Checkbox, DefaultButton, MessageBar, MessageBarType, ProgressIndicator } from '@fluentui/react';
import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { readTotals } from '../../replay';
import type { Result } from '../../replay';
import { useEditing } from '../editing/editing';
import { FilePick } from '../../ui';
import { AuthorisationForm } from '../replaying/authorisation';
import type { Authorisation } from '../replaying/authorisation';
import type { FromWorker, ToWorker } from '../replaying/messages';
import { Results } from '../replaying/results';
import { dayWords } from '../words/days';
import { schoolNames } from '../words/school-names';
import { TotalsContext } from '../totals-context';
import { card, heading2, Page, text } from './page';

type Work =
  | { readonly is: 'none' }
  | { readonly is: 'at work' | 'paused'; readonly share: number; readonly mails: number; readonly seconds: number }
  | { readonly is: 'done'; readonly result: Result; readonly seconds: number }
  | { readonly is: 'failed'; readonly problem: string };

function timeLeft(share: number, seconds: number): string {
  if (share <= 0.01) return 'The time left is not known yet.';
  const left = Math.round((seconds * (1 - share)) / share);
  return left < 90 ? `About ${Math.max(1, left)} seconds left.` : `About ${Math.round(left / 60)} minutes left.`;
}

function Totals(): ReactElement {
  const { totals, isMadeUp, load } = useContext(TotalsContext);
  const [problem, setProblem] = useState('');
  return (
    <section aria-labelledby="totals">
      <h2 id="totals" className={heading2}>
        From totals
      </h2>
      <p className={text}>
        Totals are counts by band, hour, school and kind of recipient: no mail at all. Each rule’s page tries its change on them.{' '}
        {isMadeUp ? 'Made-up totals are in use.' : `Loaded: ${dayWords(totals.period.from)} to ${dayWords(totals.period.to)}, ${totals.sends} sends.`}
      </p>
      <FilePick
        label="Load totals"
        accept=".json"
        onPick={([file]) => {
          void file?.text().then((content) => {
            const read = readTotals(content);
            setProblem('problem' in read ? read.problem : '');
            if (!('problem' in read)) load(read);
          });
        }}
      />
      <p role="alert" className={text}>
        {problem}
      </p>
    </section>
  );
}

/** Looks at mail files under the published and the edited policy, in a worker of this page. */
export function Replay(): ReactElement {
  const editing = useEditing();
  const [authorisation, setAuthorisation] = useState<Authorisation | null>(null);
  const [hasNames, setNames] = useState(false);
  const [work, setWork] = useState<Work>({ is: 'none' });
  const worker = useRef<Worker | null>(null);
  const [before, after] = [editing.publishedJudgement.policy, editing.judgement.policy];
  const schools = useMemo(() => schoolNames(before), [before]);
  const stop = (): void => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => stop, []);

  const start = (files: readonly File[]): void => {
    const mails = files.filter(({ name, size }) => size > 0 && (files.length === 1 || /\.(?:eml|mbox|mbx|zip)$/i.test(name)));
    if (before === null || after === null) return;
    if (mails.length === 0) {
      setWork({ is: 'failed', problem: 'There is no .eml, mbox or zip among these files.' });
      return;
    }
    // Browsers start no worker for a page that is a file.
    if (location.protocol === 'file:') {
      setWork({ is: 'failed', problem: 'This studio was opened as a file, and a browser lets no such page read mails at length. Open it from your host, at /studio.html, and choose them there.' });
      return;
    }
    stop();
    const fresh = new Worker(/* webpackChunkName: "studio-replay" */ new URL('../replaying/worker.ts', import.meta.url));
    worker.current = fresh;
    fresh.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.is === 'progress') setWork((last) => ({ ...data, is: last.is === 'paused' ? 'paused' : 'at work' }));
      else {
        setWork(data);
        stop();
        editing.say(data.is === 'done' ? `${data.result.before.mails} mails are counted.` : data.problem);
      }
    };
    fresh.onerror = () => setWork({ is: 'failed', problem: 'The worker of this page could not start.' });
    setWork({ is: 'at work', share: 0, mails: 0, seconds: 0 });
    fresh.postMessage({ do: 'start', files: mails, policies: { before, after }, hasNames } satisfies ToWorker);
  };
  const isBusy = work.is === 'at work' || work.is === 'paused';
  return (
    <Page title="Replay">
      <p className={text}>What the policy would have done, and what your edits would change. Mails to unions, regulators and whistleblowing lines are passed over and not counted. Mail stays in this page, and nothing of it is kept when you close it.</p>
      <Totals />
      <section aria-labelledby="mails">
        <h2 id="mails" className={heading2}>
          From mail files
        </h2>
        {authorisation === null ? (
          <AuthorisationForm today={editing.today} onRecord={setAuthorisation} />
        ) : (
          <div className={card} onDragOver={(event) => event.preventDefault()} onDrop={(event) => {
            event.preventDefault();
            if (!isBusy) start(Array.from(event.dataTransfer.files));
          }}>
            <p className={text}>
              Allowed by {authorisation.by} on {dayWords(authorisation.on)} ({authorisation.minute}), for: {authorisation.purpose}.
            </p>
            <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap', alignItems: 'center' }}>
              <FilePick label="Choose files" accept=".eml,.mbox,.mbx,.zip" isMany isDisabled={isBusy || before === null || after === null} onPick={start} />
              <FilePick label="Choose a folder" accept="" isFolder isMany isDisabled={isBusy || before === null || after === null} onPick={start} />
              <span>or drop .eml files, an mbox or a zip here.</span>
            </div>
            <Checkbox label="Show file names, which may hold subjects" checked={hasNames} disabled={isBusy} onChange={(_, isOn) => setNames(isOn === true)} styles={{ root: { marginTop: 10 } }} />
            {before === null || after === null ? <p className={text}>The packs have a problem, so nothing can be looked at. The front page says which.</p> : null}
          </div>
        )}
        {work.is === 'at work' || work.is === 'paused' ? (
          <div className={card}>
            <ProgressIndicator label={`${work.mails} mails, ${Math.floor(work.share * 100)} %`} description={work.is === 'paused' ? 'Paused.' : timeLeft(work.share, work.seconds)} percentComplete={work.share} />
            <div style={{ display: 'flex', gap: 10 }}>
              {work.is === 'paused' ? (
                <DefaultButton
                  text="Resume"
                  onClick={() => {
                    worker.current?.postMessage({ do: 'go on' } satisfies ToWorker);
                    setWork({ ...work, is: 'at work' });
                  }}
                />
              ) : (
                <DefaultButton
                  text="Pause"
                  onClick={() => {
                    worker.current?.postMessage({ do: 'pause' } satisfies ToWorker);
                    setWork({ ...work, is: 'paused' });
                  }}
                />
              )}
              <DefaultButton
                text="Cancel"
                onClick={() => {
                  stop();
                  setWork({ is: 'none' });
                  editing.say('Stopped. Nothing was kept.');
                }}
              />
            </div>
          </div>
        ) : null}
        {work.is === 'failed' ? (
          <MessageBar messageBarType={MessageBarType.error} isMultiline>
            {work.problem}
          </MessageBar>
        ) : null}
        {work.is === 'done' ? (
          <div data-replay="done">
            <p className={text}>
              {work.result.before.mails} {work.result.before.mails === 1 ? 'mail' : 'mails'} counted in {work.seconds.toFixed(1)} seconds.
            </p>
            <Results result={work.result} schools={schools} />
          </div>
        ) : null}
      </section>
    </Page>
  );
}
