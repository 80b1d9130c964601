import { MessageBar, MessageBarButton, MessageBarType, PrimaryButton, TextField } from '@fluentui/react';
import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { civilTime } from '../../calendar';
import { replayTotals, betweenInWords } from '../../replay';
import { judge, schema } from '../editing/judge';
import { isSame, packText } from '../editing/pack-set';
import type { PackSet } from '../editing/pack-set';
import { refusedQuotations } from '../editing/quotations';
import { ownerOf, useEditing } from '../editing/editing';
import { DateField } from '../../ui';
import { differencesBetween, setForAllBy } from '../publish/differences';
import type { Difference } from '../publish/differences';
import { changeLogOf, hostingNoteOf, publicationOf, setOfPublication, sha256, staffNoticeOf } from '../publish/publication';
import type { Publication, Publisher, RecordedDifference } from '../publish/publication';
import { missingIn, requirementsFor } from '../publish/requirements';
import type { Form } from '../publish/requirements';
import { problemWords } from '../words/problems';
import { TotalsContext } from '../totals-context';
import { AGREED_BY, AGREED_HOW, Past, SECOND_ROLE, Why } from './past-version';
import type { Putting } from './past-version';
import { ToCopy } from './to-copy';
import { heading2, Page, text } from './page';

export interface PublishProps {
  readonly publisher: Publisher;
  /** The number of a version that another window published since; null when there is none. */
  readonly newer: number | null;
  /** Tells the studio that a set is now the published one. */
  onPublished(set: PackSet): void;
}

const EMPTY: Form = { author: '', reason: '', effective: '', approver: '', consulted: '', dpiaReviewed: '', stands: '', standsUntil: '' };

/** The next Monday at 06:00, when nobody is in the middle of a message. */
function nextMonday(today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7 || 7));
  return `${date.toISOString().slice(0, 10)}T06:00`;
}

/** Parts of a rule's setting that totals can answer for. */
const COUNTED = ['on', 'severity', 'severityByAudience', 'options', 'exemptions'];

/** The rule whose totals a difference may change: its own, or of hours the one that goes by them. */
function ruleCounted({ path }: Difference): string | null {
  if (path[0] === 'rules') return COUNTED.includes(String(path[2])) ? String(path[1]) : null;
  return path.includes('hours') || path.includes('terms') ? 'out-of-hours' : null;
}

/** What the totals say of the differences, each rule told once: “82 fewer warnings last month”; empty where they say nothing. */
function useEffects(differences: readonly Difference[]): (difference: Difference) => string {
  const editing = useEditing();
  const { totals, isMadeUp } = useContext(TotalsContext);
  const [before, after] = [editing.publishedJudgement.policy, editing.judgement.policy];
  return (difference) => {
    const counted = ruleCounted(difference);
    const rule = differences.find((each) => ruleCounted(each) === counted) === difference ? counted : null;
    const answer = rule === null || before === null || after === null ? null : replayTotals(totals, rule, before, after);
    if (answer === null) return '';
    const month = isMadeUp ? 'in the made-up month' : 'last month';
    return [answer.fewer.most > 0 ? `${betweenInWords(answer.fewer)} fewer warnings ${month}` : '', answer.more.most > 0 ? `${betweenInWords(answer.more)} more warnings ${month}` : ''].filter((part) => part !== '').join('; ');
  };
}

/** Date and time by the clocks of a zone, as a form has them. */
function momentNow(zone: string): string {
  const { date, minute } = civilTime(Date.now(), zone);
  return `${date}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Validate, say what changes, record why and who agreed, and save the version; below it the versions before, each one click away. */
export function Publish({ publisher, newer, onPublished }: PublishProps): ReactElement {
  const editing = useEditing();
  const { isMadeUp } = useContext(TotalsContext);
  const [history, setHistory] = useState<readonly Publication[]>([]);
  const [form, setForm] = useState<Form>({ ...EMPTY, author: ownerOf(editing.now), effective: nextMonday(editing.today) });
  const [problem, setProblem] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [done, setDone] = useState<Publication | null>(null);
  const [putting, setPutting] = useState<Putting | null>(null);
  const result = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    void publisher.history().then(setHistory);
  }, [publisher]);

  const { judgement, publishedJudgement, now, published, today } = editing;
  const refused = useMemo(() => refusedQuotations(now.trust.raw, published.trust.raw, editing.texts), [now, published, editing.texts]);
  const differences = judgement.layers === null || publishedJudgement.layers === null ? [] : differencesBetween(schema, publishedJudgement.layers.pack, judgement.layers.pack);
  const effectOf = useEffects(differences);
  const { layers } = judgement;
  const hasChanged = !isSame(now, published);
  const shownDifferences: readonly RecordedDifference[] = [...differences.map((each) => ({ words: `${each.words}${layers === null ? '' : setForAllBy(layers, each.path)}`, effect: effectOf(each) })), ...(hasChanged && differences.length === 0 ? [{ words: 'Written in another way; nothing that senders meet changes.', effect: '' }] : [])];
  // Made-up totals show how it works; no record may rest on them.
  const recorded = isMadeUp ? shownDifferences.map(({ words }) => ({ words, effect: '' })) : shownDifferences;
  const needs = judgement.policy === null || publishedJudgement.policy === null ? null : requirementsFor(publishedJudgement.policy, judgement.policy, today);
  const zone = publishedJudgement.policy?.organisation.timeZone ?? 'Europe/London';
  const missing = needs === null ? {} : missingIn(form, needs, momentNow(zone));
  const canPublish = hasChanged && needs !== null && refused.length === 0 && editing.editor === 'trust';

  const record = async (set: PackSet, differenceWords: readonly RecordedDifference[], restores: number | null, given: Form): Promise<void> => {
    // What was in force, and was not published from here, is a version of its own, so that it too can be put back to the byte.
    const stored = await publisher.history();
    const last = stored.at(-1);
    if (newer !== null || (last?.number ?? 0) !== (history.at(-1)?.number ?? 0)) throw new Error(`Version ${last?.number ?? 0} was published from another window while this page was open, so nothing was published. Choose “Go on from version ${last?.number ?? 0}” above, or open the page again.`);
    const isKnown = last !== undefined && last.files[0]?.sha256 === (await sha256(packText(published.trust)));
    const opened = isKnown ? null : await publicationOf(published, { ...EMPTY, author: ownerOf(published), reason: 'In force when it was opened in the studio.', effective: `${today}T00:00` }, { history, differences: [], now: new Date().toISOString(), restores: null, inForce: null });
    if (opened !== null) await publisher.publish(opened);
    const before = opened === null ? history : [...history, opened];
    const publication = await publicationOf(set, given, { history: before, differences: differenceWords, now: new Date().toISOString(), restores, inForce: published });
    await publisher.publish(publication);
    setHistory([...before, publication]);
    setDone(publication);
    setAsked(false);
    setPutting(null);
    setForm({ ...EMPTY, author: given.author, effective: nextMonday(today) });
    onPublished(set);
    editing.say(`Version ${publication.number} is published.`);
    setTimeout(() => result.current?.focus());
  };
  const attempt = (work: Promise<void>): void => {
    setProblem('');
    work.catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  const publish = (): void => {
    setAsked(true);
    if (Object.keys(missing).length > 0) {
      editing.say('Some things are still missing. Each is said beside its box.');
      document.querySelector<HTMLElement>(`[name="${Object.keys(missing)[0] ?? ''}"]`)?.focus();
      return;
    }
    attempt(record(now, recorded, null, form));
  };
  const restore = (publication: Publication): void => {
    const set = setOfPublication(publication);
    const after = judge(set, today).policy;
    const reasons = publishedJudgement.policy === null || after === null ? [] : requirementsFor(publishedJudgement.policy, after, today).secondApprover;
    const approver = putting?.number === publication.number ? putting.approver : '';
    const given: Form = { ...EMPTY, author: form.author, reason: `Back to version ${publication.number}.`, effective: momentNow(zone), approver };
    const unagreed = missingIn(given, { consultation: [], secondApprover: reasons, standing: [] }, given.effective);
    const lacking = unagreed.author ?? unagreed.approver;
    if (reasons.length > 0 && lacking !== undefined) {
      setPutting({ number: publication.number, reasons, approver, problem: putting?.number === publication.number ? lacking : '' });
      editing.say(`${SECOND_ROLE} ${reasons.join(' ')}`);
      return;
    }
    attempt(record(set, [{ words: `Puts back version ${publication.number}, to the byte`, effect: '' }], publication.number, given));
  };
  const dated = (name: keyof Form, label: string, more: { readonly hasTime?: boolean; readonly description?: string } = {}): ReactElement => (
    <DateField name={name} label={label} value={form[name]} errorMessage={isAsked ? (missing[name] ?? '') : ''} onDate={(iso) => setForm({ ...form, [name]: iso })} styles={{ root: { maxWidth: 480, marginTop: 8 } }} {...more} />
  );
  const field = (name: keyof Form, label: string, more: { readonly multiline?: boolean; readonly description?: string } = {}): ReactElement => (
    <TextField name={name} label={label} value={form[name]} errorMessage={isAsked ? (missing[name] ?? '') : ''} onChange={(_, value = '') => setForm({ ...form, [name]: value })} autoAdjustHeight resizable={false} styles={{ root: { maxWidth: 480, marginTop: 8 } }} {...more} />
  );

  return (
    <Page title="Publish">
      {judgement.problems.length === 0 ? null : (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          Nothing can be published until this is put right. The front page leads to each:
          <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
            {judgement.problems.map((problem, index) => (
              <li key={index}>{problemWords(problem, now)}</li>
            ))}
          </ul>
        </MessageBar>
      )}
      {refused.map(({ document, clause, message }) => (
        <MessageBar key={`${document} ${clause}`} messageBarType={MessageBarType.error} isMultiline>
          {clause}: {message}
        </MessageBar>
      ))}
      {editing.editor === 'trust' ? null : (
        <MessageBar isMultiline actions={<MessageBarButton text="Go on as the Trust" onClick={() => editing.choose('trust')} />}>
          An academy’s changes are published by the Trust: {ownerOf(now)}.
        </MessageBar>
      )}
      {done !== null && !hasChanged ? null : <h2 className={heading2}>What changes</h2>}
      {hasChanged ? (
        <ul data-differences>
          {shownDifferences.map(({ words, effect }) => (
            <li key={words}>
              {words}
              {effect === '' ? '' : `; ${effect}`}
            </li>
          ))}
        </ul>
      ) : done === null ? (
        <p className={text}>Nothing has changed yet. Change a rule or a setting, and it is listed here in words.</p>
      ) : null}
      {!canPublish || needs === null ? null : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            publish();
          }}
        >
          {field('author', 'You publish as (role)')}
          {field('reason', 'Why', { multiline: true, description: 'Staff read this in the notice.' })}
          {dated('effective', 'Takes effect', { hasTime: true, description: 'Agree it with IT, who sign and upload it then. Heed itself does not wait for it.' })}
          <Why title={SECOND_ROLE} reasons={needs.secondApprover} />
          {needs.secondApprover.length === 0 ? null : field('approver', AGREED_BY, { description: AGREED_HOW })}
          <Why title="Consultation and a DPIA review come first, because:" reasons={needs.consultation} />
          {needs.consultation.length === 0 ? null : (
            <>
              {dated('consulted', 'Unions (JCNC) consulted on')}
              {dated('dpiaReviewed', 'DPIA reviewed on')}
            </>
          )}
          <Why title="Say why the version still stands, because:" reasons={needs.standing} />
          {needs.standing.length === 0 ? null : (
            <>
              {field('stands', 'Why this version still stands', { multiline: true })}
              {dated('standsUntil', 'Until', { description: 'Six months at most.' })}
            </>
          )}
          <PrimaryButton type="submit" text="Publish" iconProps={{ iconName: 'heed-publish' }} styles={{ root: { marginTop: 14 } }} />
        </form>
      )}
      {done === null ? null : (
        <section aria-labelledby="published">
          <h2 id="published" ref={result} tabIndex={-1} className={heading2} style={{ outline: 'none' }}>
            Version {done.number} is saved
          </h2>
          <p className={text}>It is among this browser’s downloads; if the browser kept some back, “Save its files again” below saves them. Nothing changes for senders until IT signs it and puts it on your server.</p>
          <ToCopy key={`host ${done.number}`} label="For IT" value={hostingNoteOf(done)} isFixed />
          <ToCopy key={`log ${done.number}`} label="Change log" value={changeLogOf(done)} isFixed />
          <ToCopy key={`staff ${done.number}`} label="Notice to staff, to change as you like" value={staffNoticeOf(done, editing.judgement.policy?.name ?? '')} />
        </section>
      )}
      {problem === '' ? null : (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          {problem}
        </MessageBar>
      )}
      <h2 className={heading2}>Versions</h2>
      {history.length === 0 ? <p className={text}>None has been published from this browser yet.</p> : null}
      {[...history].reverse().map((publication, index) => (
        <Past key={publication.number} publication={publication} isLatest={index === 0} onRestore={() => restore(publication)} putting={putting?.number === publication.number ? putting : null} onApprover={(approver) => setPutting(putting === null ? null : { ...putting, approver })} />
      ))}
    </Page>
  );
}
