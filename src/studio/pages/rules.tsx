import { Icon, Link, SearchBox, mergeStyles } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { SEVERITIES } from '../../domain';
import type { AnyRule, Policy } from '../../domain';
import { rules } from '../../rules';
import { useEditing, writtenAt } from '../editing/editing';
import type { Editing } from '../editing/editing';
import { schema } from '../editing/judge';
import { pathText } from '../../policy';
import { settingsWith } from '../words/find-setting';
import { helpWords } from '../words/labels';
import { placeOf } from './remedy';
import { severityWords } from '../words/severities';
import { situationWords } from '../words/situations';
import { heading2, Page, quiet, table, text } from './page';

const BASES: { readonly [basis: string]: string } = { direct: 'policy', related: 'related guidance' };
const oneLine = mergeStyles({ whiteSpace: 'nowrap' });

/** Everything of a rule that somebody may look for. */
function searchable(rule: AnyRule): string {
  const said = Object.values(rule.tips).map(({ saw }) => saw);
  return [rule.id, rule.title, rule.why, ...Object.keys(rule.situations).map((situation) => situationWords(rule.id, situation)), ...said].join(' ').toLowerCase();
}

/** The policy as it is, or while something is to put right, as it was published. */
function policyShown({ judgement, publishedJudgement }: Editing): Policy | null {
  return judgement.shown ?? publishedJudgement.policy;
}

/** The headings a rule's clauses stand under in their documents, each with what it is to the rule. */
function clausesOf(editing: Editing, rule: string): readonly string[] {
  const policy = policyShown(editing);
  const documents = Object.values(policy?.documents ?? {});
  const named = (policy?.rules[rule]?.clauses ?? []).map(({ id, basis }) => `${documents.find(({ clauses }) => clauses[id] !== undefined)?.clauses[id]?.heading ?? id} (${BASES[basis] ?? basis})`);
  return [...new Set(named)];
}

/** `Note, ask once, ask for a reason`. */
function sentenceOf(severities: readonly string[]): string {
  return severities.map((words, index) => (index === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1))).join(', ');
}

function Row({ rule }: { readonly rule: AnyRule }): ReactElement {
  const editing = useEditing();
  const setting = policyShown(editing)?.rules[rule.id];
  const isOn = editing.judgement.shown?.rules[rule.id]?.on ?? writtenAt(editing, ['rules', rule.id, 'on']) !== false;
  const used = new Set<string>(Object.values(setting?.severity ?? rule.situations));
  const severities = SEVERITIES.filter((severity) => used.has(severity) && (severity !== 'off' || used.size === 1)).map(severityWords);
  return (
    <tr>
      <th scope="row">
        <Link href={`#/rules/${rule.id}`} underline>
          {rule.title}
        </Link>
      </th>
      <td>{isOn ? 'Yes' : 'No'}</td>
      <td>{sentenceOf(severities)}</td>
      <td>{clausesOf(editing, rule.id).join(', ') || 'Good practice'}</td>
      <td className={oneLine}>
        {writtenAt(editing, ['rules', rule.id, 'locked']) === true ? (
          <>
            <Icon iconName="heed-protect" aria-hidden /> Locked
          </>
        ) : (
          'Open'
        )}
      </td>
    </tr>
  );
}

/** Every rule: whether it runs, what it does, and what stands behind it. */
export function Rules(): ReactElement {
  const [wanted, setWanted] = useState('');
  const words = wanted.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = rules.filter((rule) => words.every((word) => searchable(rule).includes(word)));
  const settings = settingsWith(schema, words);
  return (
    <Page title="Rules">
      <p className={text}>A rule may leave a note, ask once, ask for a reason, or stop the email. “Locked” is for academies: they cannot change that rule.</p>
      <SearchBox placeholder="Find a rule or setting, such as “password” or “word list”" ariaLabel="Find a rule or setting" iconProps={{ iconName: 'heed-find' }} value={wanted} onChange={(_, value = '') => setWanted(value)} styles={{ root: { maxWidth: 520, marginBottom: 12 } }} />
      <p role="status" className={quiet} style={{ margin: '0 0 6px' }}>
        {found.length === rules.length ? `${rules.length} rules` : found.length === 0 ? 'No rule has these words.' : `${found.length} of ${rules.length} rules`}
      </p>
      {found.length === 0 ? null : (
        <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label="The rules">
          <table className={table} style={{ minWidth: 620 }}>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">Runs</th>
                <th scope="col">It may</th>
                <th scope="col">Clause</th>
                <th scope="col">Academies</th>
              </tr>
            </thead>
            <tbody>
              {found.map((rule) => (
                <Row key={rule.id} rule={rule} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {settings.length === 0 ? null : (
        <section aria-labelledby="settings-found">
          <h2 id="settings-found" className={heading2}>
            Settings that are not a rule’s ({settings.length})
          </h2>
          <ul data-settings-found>
            {settings.map(({ path, label, help }) => (
              <li key={pathText(path)} style={{ marginBottom: 4 }}>
                <Link href={`#/${placeOf(pathText(path)).page}`} underline>
                  {label}
                </Link>
                {help === '' ? '' : `: ${helpWords(help)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
