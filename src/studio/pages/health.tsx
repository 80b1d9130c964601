import { DefaultButton, Icon, mergeStyles } from '@fluentui/react';
import type { ReactElement } from 'react';
import type { HealthNote } from '../../policy';
import { useEditing } from '../editing/editing';
import { problemWords } from '../words/problems';
import { inWords } from '../words/settings-in-words';
import { card, heading2, Page, quiet, text } from './page';
import { placeOf } from './remedy';

/** What each level means to somebody with little time, in the order they are read. */
const LEVELS = [
  ['high', 'First', 'heed-block'],
  ['medium', 'Next', 'heed-warn'],
  ['low', 'When there is time', 'heed-inform'],
  ['info', 'Good to know', 'heed-inform'],
] as const;

const row = mergeStyles({ display: 'flex', gap: '10px 14px', alignItems: 'flex-start', flexWrap: 'wrap' });
const words = mergeStyles({ flex: '1 1 220px', margin: 0, maxWidth: 720 });

/** `documents.ICT.reviewBy` is of ICT, `rules.all-staff` of all-staff; anything else of the pack itself. */
function subjectOf(path: string): string {
  const [section = '', name = ''] = path.split(/[.[]/);
  return section === 'documents' || section === 'rules' ? name : section;
}

function NoteCard({ note, icon }: { readonly note: HealthNote; readonly icon: string }): ReactElement {
  const editing = useEditing();
  const { page } = placeOf(note.path);
  return (
    <li className={`${card} ${row}`} data-health={note.path} data-level={note.level}>
      <Icon iconName={icon} style={{ fontSize: 18, marginTop: 2 }} />
      <p className={words}>{inWords(note.message)}</p>
      <DefaultButton text={note.remedy} ariaLabel={`${note.remedy}: ${subjectOf(note.path)}`} onClick={() => editing.go(page)} />
    </li>
  );
}

/** The front page: what the owner should look into, worst first, each with its remedy one click away. */
export function Health(): ReactElement {
  const editing = useEditing();
  const { health, problems, policy } = editing.judgement;
  const rulesOn = Object.values(policy?.rules ?? {}).filter(({ on }) => on).length;
  return (
    <Page title="Policy health">
      <p className={text}>
        {policy === null ? 'Something is to put right, so nothing can be published yet.' : `${policy.name} ${policy.version}: ${rulesOn} of ${Object.keys(policy.rules).length} rules run. Whatever stands below, they run all the same.`}
      </p>
      {problems.length === 0 ? null : (
        <section aria-labelledby="problems">
          <h2 id="problems" className={heading2}>
            Put right before publishing ({problems.length})
          </h2>
          <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {problems.map((problem, index) => {
              const place = placeOf(problem.path);
              return (
                <li key={index} className={`${card} ${row}`}>
                  <Icon iconName="heed-block" style={{ fontSize: 18, marginTop: 2 }} />
                  <p className={words}>{problemWords(problem, editing.now)}</p>
                  <DefaultButton text={place.label} ariaLabel={`${place.label}: ${problem.path}`} onClick={() => {
                    editing.choose(problem.file === editing.now.trust.file ? 'trust' : { overlay: problem.file });
                    editing.go(place.page);
                  }} />
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {health.length === 0 ? <p className={text}>There is nothing to look into.</p> : null}
      {LEVELS.map(([level, title, icon]) => {
        const notes = health.filter((note) => note.level === level);
        return notes.length === 0 ? null : (
          <section key={level} aria-labelledby={`level-${level}`}>
            <h2 id={`level-${level}`} className={heading2}>
              {title} <span className={quiet}>({notes.length})</span>
            </h2>
            <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {notes.map((note) => (
                <NoteCard key={`${note.path} ${note.message}`} note={note} icon={icon} />
              ))}
            </ul>
          </section>
        );
      })}
    </Page>
  );
}
