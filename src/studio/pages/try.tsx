import { DefaultButton, Dropdown, PrimaryButton, TextField } from '@fluentui/react';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { isUnreadable } from '../../domain';
import type { DraftSource, Policy, Report } from '../../domain';
import { mailDraft } from '../../mail';
import { madeUpDomain, madeUpDrafts } from '../../replay';
import type { MadeUpDraft } from '../../replay';
import { DateField, FilePick, FindingCard } from '../../ui';
import { useEditing } from '../editing/editing';
import { isSame } from '../editing/pack-set';
import { useRemembered } from '../remembered';
import { verdictWords } from '../words/severities';
import { checkHere, sourceFor } from '../try-draft';
import { DialogPreview } from './dialog-preview';
import { card, heading2, Page, text } from './page';

/** A draft that was asked about, to ask again when the policy has changed. */
interface Asked {
  readonly what: string;
  readonly sourceUnder: (policy: Policy) => DraftSource;
}

interface Reports {
  readonly asked: Asked;
  readonly policies: readonly [Policy, Policy];
  readonly before: Report;
  readonly after: Report;
}

const VERDICTS = { allow: 'It goes, and nothing is said.', inform: 'It goes, with a note.', warn: 'One question; Send Anyway is possible.', justify: 'Stopped until a reason is given.', block: 'Stopped: it cannot be sent like this.' } as const;

function Side({ title, report, placesShown }: { readonly title: string; readonly report: Report; readonly placesShown: number }): ReactElement {
  return (
    <section aria-label={title} className={card} style={{ flex: '1 1 340px', minWidth: 0 }}>
      <h3 style={{ margin: '0 0 4px', fontSize: 16 }}>{title}</h3>
      <p className={text} data-verdict={report.verdict}>
        {VERDICTS[report.verdict]}
      </p>
      {report.verdict === 'allow' ? null : <DialogPreview report={report} />}
      {report.findings.map((finding, index) => (
        <FindingCard key={index} finding={finding} call={report.help} placesShown={placesShown} />
      ))}
      {report.unchecked.map(({ attachment, reason }, index) => (
        <p key={index} className={text}>
          Not checked: {attachment === undefined ? '' : `${attachment}. `}
          {reason}
        </p>
      ))}
    </section>
  );
}

interface AddressesProps {
  readonly label: string;
  readonly addresses: readonly string[];
  readonly onChange: (addresses: readonly string[]) => void;
}

/** Addresses as they are typed, with their commas; a hundred of them stay in two lines. */
function Addresses({ label, addresses, onChange }: AddressesProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      description={addresses.length > 3 ? `${addresses.length} addresses` : ''}
      value={typed ?? addresses.join(', ')}
      multiline
      rows={2}
      resizable={false}
      onChange={(_, value = '') => {
        setTyped(value);
        onChange(lines(value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

const lines = (value: string): readonly string[] => value.split(/[,;\s]+/).filter((each) => each !== '');

/** Type a draft, drop a mail or pick a sample, and see what both policies say of it. */
export function TryDraft(): ReactElement {
  const editing = useEditing();
  const [before, after] = [editing.publishedJudgement.policy, editing.judgement.policy];
  const samples = madeUpDrafts(before === null ? 'oakfield.example' : madeUpDomain(before));
  const [draft, setDraft] = useRemembered<MadeUpDraft>('draft', samples[0]!);
  const [from, setFrom] = useRemembered('draft from', `dee.marlow@${before === null ? 'oakfield.example' : madeUpDomain(before)}`);
  const [reports, setReports] = useRemembered<Reports | null>('draft reports', null);
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState('');
  const answer = useRef<HTMLHeadingElement>(null);
  const isEdited = !isSame(editing.now, editing.published);
  const look = async (asked: Asked, isAgain = false): Promise<void> => {
    if (before === null || after === null) return;
    setAsking(true);
    try {
      setReports({ asked, policies: [before, after], before: await checkHere(asked.sourceUnder(before), before), after: await checkHere(asked.sourceUnder(after), after) });
      setProblem('');
    } catch (error) {
      setProblem(`The draft could not be checked (${error instanceof Error ? error.message : String(error)}).`);
    }
    setAsking(false);
    if (!isAgain) setTimeout(() => answer.current?.focus());
  };
  const lookAgain = useRef(look);
  lookAgain.current = look;
  const isOld = reports !== null && before !== null && after !== null && (reports.policies[0] !== before || reports.policies[1] !== after);
  useEffect(() => {
    if (isOld) void lookAgain.current(reports.asked, true);
  }, [isOld, reports]);
  const open = async (file: File): Promise<void> => {
    setAsking(true);
    const mail = await mailDraft(new Uint8Array(await file.arrayBuffer()), null);
    setAsking(false);
    if (isUnreadable(mail)) setProblem(`${file.name} was not checked, because ${mail.unreadable}.`);
    else await look({ what: file.name, sourceUnder: () => mail.source });
  };
  /** What is changed is no sample any more, and what was said of it before is not said of it now. */
  const set = (change: Partial<MadeUpDraft>): void => {
    setReports(null);
    setDraft({ ...draft, id: 'own', title: 'Your draft', ...change });
  };
  return (
    <Page title="Try a draft">
      <p className={text}>Nothing leaves this machine, and nothing is kept when you close the page.</p>
      <div
        className={card}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = Array.from(event.dataTransfer.files);
          if (file !== undefined) void open(file);
        }}
      >
        <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap', alignItems: 'flex-end' }}>
          <Dropdown
            label="Begin with a sample"
            options={samples.map(({ id, title }) => ({ key: id, text: title }))}
            selectedKey={samples.some(({ id }) => id === draft.id) ? draft.id : null}
            placeholder="Your own draft"
            onChange={(_, option) => {
              setReports(null);
              setDraft(samples.find(({ id }) => id === option?.key) ?? draft);
            }}
            styles={{ root: { flex: '0 1 280px', minWidth: 0 } }}
          />
          <FilePick label="Open an .eml" accept=".eml,message/rfc822" onPick={([file]) => void (file === undefined ? undefined : open(file))} />
          <span>or drop one here.</span>
        </div>
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))', gap: '0 18px', marginTop: 8 }}>
          <TextField
            label="From"
            value={from}
            onChange={(_, value = '') => {
              setReports(null);
              setFrom(value);
            }}
          />
          <DateField label="Day and time" hasTime value={draft.at} errorMessage={draft.at === '' ? 'Write it as 23/11/2026 21:40.' : ''} onDate={(at) => set({ at })} />
          <Addresses label="To" addresses={draft.to} onChange={(to) => set({ to })} />
          <Addresses label="Cc" addresses={draft.cc} onChange={(cc) => set({ cc })} />
        </div>
        <TextField label="Subject" value={draft.subject} onChange={(_, value = '') => set({ subject: value })} />
        <TextField label="Words" multiline rows={5} resizable={false} value={draft.text} onChange={(_, value = '') => set({ text: value })} />
        <div style={{ display: 'flex', gap: 10, marginTop: 10, flexWrap: 'wrap', alignItems: 'center' }}>
          <PrimaryButton text={isAsking ? 'Checking …' : 'What would be said?'} disabled={isAsking || before === null || after === null || draft.at === ''} onClick={() => void look({ what: draft.title, sourceUnder: (policy) => sourceFor(draft, policy, from) })} />
          <FilePick
            label="Attach files"
            accept=""
            isMany
            onPick={(files) => {
              void Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))).then((added) => set({ attachments: [...draft.attachments, ...added] }));
            }}
          />
          {draft.attachments.map(({ name }, index) => (
            <DefaultButton key={index} text={name} ariaLabel={`Remove ${name}`} iconProps={{ iconName: 'Cancel' }} onClick={() => set({ attachments: draft.attachments.filter((_, other) => other !== index) })} />
          ))}
        </div>
        <p role="alert" style={{ margin: problem === '' ? 0 : '8px 0 0' }}>
          {problem}
        </p>
      </div>
      {before === null || after === null ? <p className={text}>Something is still to put right, so nothing can be checked. The front page says what.</p> : null}
      {reports === null ? null : (
        <section aria-labelledby="answer">
          <h2 id="answer" ref={answer} tabIndex={-1} className={heading2} style={{ outline: 'none' }}>
            {reports.asked.what}: {isEdited ? (reports.before.verdict === reports.after.verdict ? 'the same under both' : `${verdictWords(reports.before.verdict)} → ${verdictWords(reports.after.verdict)}`) : verdictWords(reports.before.verdict)}
          </h2>
          <div style={{ display: 'flex', gap: 16, flexWrap: 'wrap', alignItems: 'flex-start' }}>
            <Side title="As published" report={reports.before} placesShown={before?.evidence.maxItems ?? 0} />
            {isEdited ? <Side title="As edited" report={reports.after} placesShown={after?.evidence.maxItems ?? 0} /> : null}
          </div>
        </section>
      )}
    </Page>
  );
}
