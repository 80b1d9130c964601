import { Checkbox, DefaultButton, Link, MessageBar, MessageBarButton, MessageBarType, ProgressIndicator } from '@fluentui/react';
import { useContext, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { readTotals } from '../../replay';
import type { Policies } from '../../replay';
import { useEditing } from '../editing/editing';
import { isSame } from '../editing/pack-set';
import { useRemembered } from '../remembered';
import { FilePick } from '../../ui';
import { AuthorisationForm } from '../replaying/authorisation';
import type { Authorisation } from '../replaying/authorisation';
import { Results } from '../replaying/results';
import { useReplay } from '../replaying/use-replay';
import type { Replaying } from '../replaying/use-replay';
import { dayWords } from '../words/days';
import { schoolNames } from '../words/school-names';
import { TotalsContext } from '../totals-context';
import { card, heading2, Page, text } from './page';

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

/** How far it is, and the ways to stop it. */
function Progress({ replaying }: { readonly replaying: Replaying }): ReactElement | null {
  const { work } = replaying;
  if (work.is !== 'at work' && work.is !== 'paused') return null;
  return (
    <div className={card}>
      <ProgressIndicator label={work.mails === 0 ? 'Opening the files' : `${work.mails.toLocaleString('en-GB')} mails, ${Math.floor(work.share * 100)} %`} description={work.is === 'paused' ? 'Paused.' : timeLeft(work.share, work.seconds)} {...(work.mails === 0 ? {} : { percentComplete: work.share })} />
      <div style={{ display: 'flex', gap: 10 }}>
        {work.is === 'paused' ? <DefaultButton text="Resume" onClick={replaying.resume} /> : <DefaultButton text="Pause" onClick={replaying.pause} />}
        <DefaultButton text="Cancel" onClick={replaying.cancel} />
      </div>
    </div>
  );
}

/** What was counted; and, once the policy was edited further, the way to count again. */
function Done({ replaying, policies, onAgain, schools }: { readonly replaying: Replaying; readonly policies: Policies | null; readonly onAgain: () => void; readonly schools: { readonly [id: string]: string } }): ReactElement | null {
  const { work, job } = replaying;
  if (work.is !== 'done') return null;
  const isOld = job !== null && policies !== null && (job.policies.before !== policies.before || job.policies.after !== policies.after);
  return (
    <div data-replay="done">
      {isOld ? (
        <MessageBar messageBarType={MessageBarType.warning} isMultiline actions={<MessageBarButton text="Count again" onClick={onAgain} />}>
          These figures are from before your last change.
        </MessageBar>
      ) : null}
      <p className={text}>
        {work.result.before.mails.toLocaleString('en-GB')} {work.result.before.mails === 1 ? 'mail' : 'mails'} counted in {work.seconds.toFixed(1)} seconds. To see why one mail gets its answer, open it under{' '}
        <Link href="#/try" underline>
          Try a draft
        </Link>
        .
      </p>
      <Results result={work.result} schools={schools} />
    </div>
  );
}

/** Looks at mail files under the published and the edited policy, in a worker of this page. */
export function Replay(): ReactElement {
  const editing = useEditing();
  const [authorisation, setAuthorisation] = useRemembered<Authorisation | null>('replay authorisation', null);
  const [hasNames, setNames] = useRemembered('replay names', false);
  const replaying = useReplay(editing.say);
  const { work, job } = replaying;
  const [before, edited] = [editing.publishedJudgement.policy, editing.judgement.policy];
  const isEdited = !isSame(editing.now, editing.published);
  const policies = useMemo((): Policies | null => (before === null || edited === null ? null : { before, after: isEdited ? edited : null }), [before, edited, isEdited]);
  const schools = useMemo(() => schoolNames(before), [before]);
  const start = (files: readonly File[]): void => {
    if (policies !== null) replaying.start({ files, policies }, hasNames);
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
              <FilePick label="Choose files" accept=".eml,.mbox,.mbx,.zip" isMany isDisabled={isBusy || policies === null} onPick={start} />
              <FilePick label="Choose a folder" accept="" isFolder isMany isDisabled={isBusy || policies === null} onPick={start} />
              <span>or drop .eml files, an mbox or a zip here.</span>
            </div>
            <Checkbox label="Show file names, which may hold subjects" checked={hasNames} disabled={isBusy} onChange={(_, isOn) => setNames(isOn === true)} styles={{ root: { marginTop: 10 } }} />
            {policies === null ? <p className={text}>Something is still to put right, so nothing can be looked at. The front page says what.</p> : null}
          </div>
        )}
        <Progress replaying={replaying} />
        {work.is === 'failed' ? (
          <MessageBar messageBarType={MessageBarType.error} isMultiline>
            {work.problem}
          </MessageBar>
        ) : null}
        <Done replaying={replaying} policies={policies} schools={schools} onAgain={() => start(job?.files ?? [])} />
      </section>
    </Page>
  );
}
