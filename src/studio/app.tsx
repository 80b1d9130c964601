import { DefaultButton, Dropdown, Icon, IconButton, PrimaryButton, ThemeProvider, mergeStyles } from '@fluentui/react';
import type { Theme } from '@fluentui/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { childSchema, defaultOf } from '../policy';
import type { Path } from '../policy';
import type { Totals } from '../replay';
import { rules } from '../rules';
import { LiveRegion, themeFor } from '../ui';
import { EditingContext } from './editing/editing';
import type { Editing } from './editing/editing';
import { redo, startEdits, step, undo } from './editing/history';
import { judge, schema } from './editing/judge';
import { edited, isSame, rawOf, valueAt } from './editing/pack-set';
import type { Editor, PackSet } from './editing/pack-set';
import type { StoredTexts } from './editing/quotations';
import { FilePick } from './forms/file-pick';
import { Academies } from './pages/academies';
import { CalendarPage } from './pages/calendar';
import { Documents } from './pages/documents';
import { Health } from './pages/health';
import { OrganisationPage } from './pages/organisation';
import { Publish } from './pages/publish';
import { Replay } from './pages/replay';
import { RulePage } from './pages/rule';
import { Rules } from './pages/rules';
import { Settings } from './pages/settings';
import { TryDraft } from './pages/try';
import type { Publisher } from './publish/publication';
import { MADE_UP_TOTALS } from './studio-totals';
import { TotalsContext } from './totals-context';

const PAGES = [
  ['health', 'Policy health', 'heed-health'],
  ['rules', 'Rules', 'heed-rules'],
  ['organisation', 'People and places', 'heed-school'],
  ['calendar', 'Hours and terms', 'heed-calendar'],
  ['documents', 'Documents and quotations', 'heed-book'],
  ['settings', 'Settings for all rules', 'heed-settings'],
  ['academies', 'Academies', 'heed-person'],
  ['try', 'Try a draft', 'heed-draft'],
  ['replay', 'Replay', 'heed-chart'],
  ['publish', 'Publish', 'heed-publish'],
] as const;

export interface StudioProps {
  /** What is published when the studio opens. */
  readonly opened: PackSet;
  /** Today as an ISO date. */
  readonly today: string;
  readonly publisherFor: (pack: string) => Publisher;
  readonly onOpen: (file: File) => void;
  readonly onOpenShipped: (name: string) => void;
  readonly shipped: readonly string[];
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash.slice(2) || 'health');
  useEffect(() => {
    const update = (): void => setHash(location.hash.slice(2) || 'health');
    window.addEventListener('hashchange', update);
    return () => window.removeEventListener('hashchange', update);
  }, []);
  return hash;
}

function useMachineTheme(): Theme {
  const [theme, setTheme] = useState(() => themeFor(null));
  useEffect(() => {
    const media = window.matchMedia('(prefers-color-scheme: dark)');
    const update = (): void => setTheme(themeFor(null));
    media.addEventListener('change', update);
    return () => media.removeEventListener('change', update);
  }, []);
  return theme;
}

/** Warns before the page is left with edits that are not published. */
function useGuard(hasEdits: boolean): void {
  useEffect(() => {
    if (!hasEdits) return undefined;
    const guard = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [hasEdits]);
}

/** Ctrl+Z and Ctrl+Y, where no text box has its own. */
function useKeys(onUndo: () => void, onRedo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) onUndo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) onRedo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onUndo, onRedo]);
}

/** The list that a path goes into, written out first when a pack leaves it to its default. */
function withWrittenList(set: PackSet, editor: Editor, path: Path): PackSet {
  const at = path.findIndex((each) => typeof each === 'number');
  if (at === -1) return set;
  const list = path.slice(0, at);
  if (valueAt(rawOf(set, editor), list) !== undefined) return set;
  const shape = list.reduce<ReturnType<typeof childSchema>>((each, inner) => (each === null ? null : childSchema(each, inner)), schema);
  return edited(set, editor, list, editor === 'trust' && shape !== null ? (defaultOf(shape) ?? []) : []);
}

function PageOf({ hash, publisher, onPublished }: { readonly hash: string; readonly publisher: Publisher; readonly onPublished: (set: PackSet) => void }): ReactElement {
  const slash = hash.indexOf('/');
  const [name, at] = slash === -1 ? [hash, ''] : [hash.slice(0, slash), decodeURIComponent(hash.slice(slash + 1))];
  const rule = name === 'rules' ? rules.find(({ id }) => id === at) : undefined;
  switch (name) {
    case 'rules':
      return rule === undefined ? <Rules /> : <RulePage key={rule.id} rule={rule} />;
    case 'organisation':
      return <OrganisationPage at={at} />;
    case 'calendar':
      return <CalendarPage at={at} />;
    case 'documents':
      return <Documents at={at} />;
    case 'settings':
      return <Settings at={at} />;
    case 'academies':
      return <Academies />;
    case 'try':
      return <TryDraft />;
    case 'replay':
      return <Replay />;
    case 'publish':
      return <Publish publisher={publisher} onPublished={onPublished} />;
    default:
      return <Health />;
  }
}

/** The studio: the pages beside their list, and above them what is edited, by whom, and the way back. */
export function Studio({ opened, today, publisherFor, onOpen, onOpenShipped, shipped }: StudioProps): ReactElement {
  const [published, setPublished] = useState(opened);
  const [edits, setEdits] = useState(() => startEdits(opened));
  const [editor, setEditor] = useState<Editor>('trust');
  const [texts, setTexts] = useState<StoredTexts>({});
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const [totals, setTotals] = useState<{ readonly totals: Totals; readonly isMadeUp: boolean }>({ totals: MADE_UP_TOTALS, isMadeUp: true });
  const hash = useHash();
  const theme = useMachineTheme();
  const { now } = edits;
  const hasEdits = !isSame(now, published);
  const judgement = useMemo(() => judge(now, today), [now, today]);
  const publishedJudgement = useMemo(() => judge(published, today), [published, today]);
  const publisher = useMemo(() => publisherFor(opened.trust.file), [publisherFor, opened]);
  const say = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  const onUndo = useCallback(() => setEdits(undo), []);
  const onRedo = useCallback(() => setEdits(redo), []);
  useGuard(hasEdits);
  useKeys(onUndo, onRedo);

  const editing: Editing = {
    published,
    now,
    editor,
    judgement,
    publishedJudgement,
    today,
    texts,
    say,
    change: (path, value) => setEdits((old) => step(old, edited(withWrittenList(old.now, editor, path), editor, path, value), JSON.stringify([editor, path]))),
    replace: (set, what) => setEdits((old) => step(old, set, what)),
    storeText: (document, text) => setTexts((old) => ({ ...old, [document]: text })),
    go: (page) => {
      location.hash = `#/${page}`;
    },
  };
  const page = hash.split('/')[0] ?? 'health';
  const variables = { '--heed-line': theme.palette.neutralTertiaryAlt, '--heed-card': theme.palette.neutralLighterAlt } as Record<string, string>;

  return (
    <ThemeProvider theme={theme} applyTo="body">
      <EditingContext.Provider value={editing}>
        <TotalsContext.Provider value={{ ...totals, load: (loaded) => setTotals({ totals: loaded, isMadeUp: false }) }}>
          <div style={variables} className={mergeStyles({ minHeight: '100vh', fontSize: 14, lineHeight: '1.45', overflowWrap: 'break-word', a: { color: theme.palette.themePrimary } })}>
            <LiveRegion text={said.text} turn={said.turn} />
            <a href="#content" className={mergeStyles({ position: 'absolute', left: -9999, selectors: { ':focus': { left: 8, top: 8, zIndex: 10, padding: '6px 12px', background: theme.palette.white } } })} onClick={(event) => {
              event.preventDefault();
              document.querySelector<HTMLElement>('main h1')?.focus();
            }}>
              To the page
            </a>
            <header className={mergeStyles({ display: 'flex', gap: 12, alignItems: 'center', flexWrap: 'wrap', padding: '10px 20px', borderBottom: `1px solid ${theme.palette.neutralTertiaryAlt}`, background: theme.palette.neutralLighterAlt })}>
              <Icon iconName="heed-mark" style={{ fontSize: 24, color: theme.palette.themePrimary }} />
              <strong style={{ fontSize: 16 }}>Heed studio</strong>
              <Dropdown
                ariaLabel="Who edits"
                options={[{ key: '', text: `The Trust (${now.trust.file})` }, ...now.overlays.map(({ file }) => ({ key: file, text: `Academy (${file})` }))]}
                selectedKey={editor === 'trust' ? '' : editor.overlay}
                onChange={(_, option) => setEditor(option === undefined || option.key === '' ? 'trust' : { overlay: String(option.key) })}
                styles={{ root: { minWidth: 220 } }}
              />
              <IconButton iconProps={{ iconName: 'heed-undo' }} ariaLabel="Undo" title="Undo" disabled={edits.past.length === 0} onClick={onUndo} />
              <IconButton iconProps={{ iconName: 'heed-redo' }} ariaLabel="Redo" title="Redo" disabled={edits.future.length === 0} onClick={onRedo} />
              <span role="status" data-edits={hasEdits}>
                {judgement.problems.length > 0 ? `${judgement.problems.length} to put right` : hasEdits ? 'Edited, not published' : 'As published'}
              </span>
              <span style={{ flexGrow: 1 }} />
              {hasEdits ? (
                <DefaultButton text="Discard edits" onClick={() => setEdits((old) => step(old, published, 'discard'))} />
              ) : (
                <>
                  <Dropdown ariaLabel="Open a shipped pack" placeholder="Open a shipped pack" options={shipped.map((name) => ({ key: name, text: name }))} selectedKey={null} onChange={(_, option) => option !== undefined && onOpenShipped(String(option.key))} styles={{ root: { minWidth: 170 } }} />
                  <FilePick label="Open a pack" accept=".json" onPick={([file]) => file !== undefined && onOpen(file)} />
                </>
              )}
              <PrimaryButton text="Publish…" onClick={() => editing.go('publish')} />
            </header>
            <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start' }}>
              <nav aria-label="Pages" className={mergeStyles({ flex: '0 0 230px', padding: '14px 8px', '@media (max-width: 760px)': { flex: '1 0 100%', padding: 4 } })}>
                <ul className={mergeStyles({ listStyle: 'none', margin: 0, padding: 0, '@media (max-width: 760px)': { display: 'flex', flexWrap: 'wrap' } })}>
                  {PAGES.map(([key, label, icon]) => (
                    <li key={key}>
                      <a
                        href={`#/${key}`}
                        aria-current={page === key ? 'page' : undefined}
                        className={mergeStyles({
                          display: 'flex',
                          gap: 10,
                          alignItems: 'center',
                          padding: '8px 12px',
                          borderRadius: 4,
                          textDecoration: 'none',
                          color: `${theme.palette.neutralPrimary} !important`,
                          fontWeight: page === key ? 600 : 400,
                          background: page === key ? theme.palette.neutralLight : 'transparent',
                          borderLeft: `3px solid ${page === key ? theme.palette.themePrimary : 'transparent'}`,
                          selectors: { ':hover': { background: theme.palette.neutralLighter }, ':focus-visible': { outline: `2px solid ${theme.palette.themePrimary}` } },
                        })}
                      >
                        <Icon iconName={icon} style={{ fontSize: 16 }} />
                        {label}
                        {key === 'health' && judgement.health.length + judgement.problems.length > 0 ? ` (${judgement.health.length + judgement.problems.length})` : ''}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
              <main id="content" className={mergeStyles({ flex: '1 1 420px', minWidth: 0, padding: '18px 24px 80px', maxWidth: 1100 })}>
                <PageOf
                  hash={hash}
                  publisher={publisher}
                  onPublished={(set) => {
                    setPublished(set);
                    setEdits(startEdits(set));
                  }}
                />
              </main>
            </div>
          </div>
        </TotalsContext.Provider>
      </EditingContext.Provider>
    </ThemeProvider>
  );
}
