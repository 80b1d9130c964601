import { Link, MessageBar, MessageBarType } from '@fluentui/react';
import type { ReactElement } from 'react';
import type { AnyRule } from '../../domain';
import { quotedClauses } from '../../engine';
import { ClauseQuote } from '../../ui';
import { academyName } from '../editing/academies';
import { isRuleLocked, ownerOf, useEditing } from '../editing/editing';
import { Field } from '../forms/field';
import { Padlock } from '../forms/padlock';
import { documentState } from '../words/document-state';
import { TotalsTest } from './totals-test';
import { heading2, Page, text } from './page';
import { Wording } from './wording';

/** What the page of a rule lays out in an order of its own; whatever else its schema has comes below. */
const ELSEWHERE = ['on', 'locked', 'clauses', 'severity', 'options', 'wording', 'exemptions', 'button'];

export interface RulePageProps {
  readonly rule: AnyRule;
  /** The path, in words, of the setting that was asked for. */
  readonly at: string;
}

/** One rule: the clause beside the settings, the ladder of severities, its options, words and exemptions. */
export function RulePage({ rule, at: asked }: RulePageProps): ReactElement {
  const editing = useEditing();
  // While something is still to put right, the clauses are those of the policy as it was published.
  const policy = editing.judgement.shown ?? editing.publishedJudgement.policy;
  const at = ['rules', rule.id] as const;
  const seen = new Set<string>();
  const clauses = (policy === null ? [] : Object.keys(rule.situations).flatMap((situation) => quotedClauses(policy, rule.id, situation))).filter(({ id, basis }) => !seen.has(`${id} ${basis}`) && seen.add(`${id} ${basis}`));
  const owner = isRuleLocked(editing, rule.id) ? ownerOf(editing.now) : null;
  const quoted = Object.values(policy?.documents ?? {}).filter((document) => clauses.some(({ id }) => document.clauses[id] !== undefined));
  const states = quoted.map((document) => documentState(document, editing.today));
  return (
    <Page title={rule.title} at={asked}>
      <p className={text}>
        {rule.why}{' '}
        <Link href="#/rules" underline>
          All rules
        </Link>
      </p>
      {owner === null ? null : <Padlock owner={owner} />}
      {editing.editor === 'trust' || owner !== null ? null : (
        <MessageBar messageBarType={MessageBarType.warning} isMultiline>
          Rules are the same for every school. What you set here for {academyName(editing.now, editing.editor.overlay)} counts for the senders of the whole trust.
        </MessageBar>
      )}
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))', gap: '0 36px', alignItems: 'start' }}>
        <div>
          <Field path={[...at, 'on']} label="This rule runs" isHelped={false} />
          <Field path={[...at, 'options']} label="Settings" isOpen />
          <TotalsTest rule={rule} />
        </div>
        <aside aria-label="The clauses it upholds">
          {clauses.map((clause) => (
            <ClauseQuote key={`${clause.id} ${clause.basis}`} clause={clause} />
          ))}
          {states.map((state) => (
            <p key={state} className={text} style={{ fontSize: 12, margin: '8px 0 0' }} data-document-state>
              {state}
            </p>
          ))}
          {clauses.length === 0 && policy !== null ? <p className={text}>No clause stands behind it: it is good practice, and no message may say “policy”.</p> : null}
        </aside>
      </div>
      <h2 className={heading2}>What happens in each situation</h2>
      <Field path={[...at, 'severity']} label="For everyone" isOpen />
      <Field path={[...at, 'severityByAudience']} label="For some people, another severity" />
      <Wording rule={rule} />
      <Field path={[...at, 'button']} label="Words on the button" />
      <h2 className={heading2}>Exemptions, clauses and lock</h2>
      <Field path={[...at, 'exemptions']} label="Exemptions" />
      <Field path={[...at, 'clauses']} label="Clauses" />
      <Field path={[...at, 'locked']} label="Locked for academies" />
      <Field path={at} label="More" without={[...ELSEWHERE, 'severityByAudience']} isPlain />
    </Page>
  );
}
