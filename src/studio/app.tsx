import { ThemeProvider, mergeStyles } from '@fluentui/react';
import type { Theme } from '@fluentui/react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { childSchema, defaultOf } from '../policy';
import type { Path } from '../policy';
import type { Totals } from '../replay';
import { rules } from '../rules';
import { LiveRegion, themeFor } from '../ui';
import { EditingContext } from './editing/editing';
import type { Editing } from './editing/editing';
import { redo, step, undo } from './editing/history';
import { judge, schema } from './editing/judge';
import { edited, rawOf, valueAt } from './editing/pack-set';
import type { Editor, PackSet } from './editing/pack-set';
import type { StoredTexts } from './editing/quotations';
import { EditsBar } from './edits-notice';
import { Header } from './header';
import { Navigation } from './navigation';
import { Health } from './pages/health';
import type { Publisher } from './publish/publication';
import { MemoryContext, newMemory, useEndWithStudio } from './remembered';
import { REPLAY_WORKER } from './replaying/use-replay';
import { MADE_UP_TOTALS } from './studio-totals';
import { TotalsContext } from './totals-context';
import { useKeptEdits } from './use-kept-edits';

/* The front page comes with the studio; each other page when somebody goes there. */
const Academies = lazy(() => import('./pages/academies').then(({ Academies: page }) => ({ default: page })));
const CalendarPage = lazy(() => import('./pages/calendar').then(({ CalendarPage: page }) => ({ default: page })));
const Documents = lazy(() => import('./pages/documents').then(({ Documents: page }) => ({ default: page })));
const OrganisationPage = lazy(() => import('./pages/organisation').then(({ OrganisationPage: page }) => ({ default: page })));
const Overrides = lazy(() => import('./pages/overrides').then(({ Overrides: page }) => ({ default: page })));
const Publish = lazy(() => import('./pages/publish').then(({ Publish: page }) => ({ default: page })));
const Replay = lazy(() => import('./pages/replay').then(({ Replay: page }) => ({ default: page })));
const RulePage = lazy(() => import('./pages/rule').then(({ RulePage: page }) => ({ default: page })));
const Rules = lazy(() => import('./pages/rules').then(({ Rules: page }) => ({ default: page })));
const Settings = lazy(() => import('./pages/settings').then(({ Settings: page }) => ({ default: page })));
const TryDraft = lazy(() => import('./pages/try').then(({ TryDraft: page }) => ({ default: page })));

export interface StudioProps {
  /** What is published when the studio opens. */
  readonly opened: PackSet;
  /** Today as an ISO date. */
  readonly today: string;
  readonly publisherFor: (pack: string) => Publisher;
  /** Why the last file was not opened; empty when it was. */
  readonly problem: string;
  readonly onOpen: (file: File) => void;
  readonly onOpenKnown: (file: string) => void;
  /** Packs that are shipped, or were published from this browser, by file name. */
  readonly known: readonly string[];
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

function PageOf({ hash, publisher, newer, onPublished }: { readonly hash: string; readonly publisher: Publisher; readonly newer: number | null; readonly onPublished: (set: PackSet) => void }): ReactElement {
  const slash = hash.indexOf('/');
  const [name, at] = slash === -1 ? [hash, ''] : [hash.slice(0, slash), decodeURIComponent(hash.slice(slash + 1))];
  // A rule's page, and the setting on it that was asked for: `rules/all-staff/rules.all-staff.exemptions[0]`.
  const [ruleId = '', field = ''] = name === 'rules' ? at.split('/') : [];
  const rule = rules.find(({ id }) => id === ruleId);
  switch (name) {
    case 'rules':
      return rule === undefined ? <Rules /> : <RulePage key={at} rule={rule} at={field} />;
    case 'organisation':
      return <OrganisationPage key={at} at={at} />;
    case 'calendar':
      return <CalendarPage key={at} at={at} />;
    case 'documents':
      return <Documents key={at} at={at} />;
    case 'settings':
      return <Settings key={at} at={at} />;
    case 'academies':
      return <Academies />;
    case 'try':
      return <TryDraft />;
    case 'replay':
      return <Replay />;
    case 'overrides':
      return <Overrides />;
    case 'publish':
      return <Publish publisher={publisher} newer={newer} onPublished={onPublished} />;
    default:
      return <Health />;
  }
}

/** The studio: the pages beside their list, and above them what is edited, by whom, and the way back. */
export function Studio({ opened, problem, today, publisherFor, onOpen, onOpenKnown, known }: StudioProps): ReactElement {
  const publisher = useMemo(() => publisherFor(opened.trust.file), [publisherFor, opened]);
  const { published, edits, setEdits, hasEdits, notice, publish, move, dismiss } = useKeptEdits(opened, publisher);
  const [chosen, setEditor] = useState<Editor>('trust');
  const [texts, setTexts] = useState<StoredTexts>({});
  const [memory] = useState(newMemory);
  useEndWithStudio(memory, REPLAY_WORKER);
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const [totals, setTotals] = useState<{ readonly totals: Totals; readonly isMadeUp: boolean }>({ totals: MADE_UP_TOTALS, isMadeUp: true });
  const hash = useHash();
  const theme = useMachineTheme();
  const { now } = edits;
  // An academy's file that was removed, or undone, is edited no more.
  const editor = chosen !== 'trust' && now.overlays.some(({ file }) => file === chosen.overlay) ? chosen : 'trust';
  const [version, setVersion] = useState<number | null>(null);
  useEffect(() => {
    void publisher.history().then((history) => setVersion(history.at(-1)?.number ?? null));
  }, [publisher, published]);
  const judgement = useMemo(() => judge(now, today), [now, today]);
  const publishedJudgement = useMemo(() => judge(published, today), [published, today]);
  const say = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  const onUndo = useCallback(() => setEdits(undo), [setEdits]);
  const onRedo = useCallback(() => setEdits(redo), [setEdits]);
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
    change: (path, value, place = path) => setEdits((old) => step(old, edited(withWrittenList(old.now, editor, path), editor, path, value), JSON.stringify([editor, place]))),
    replace: (set, what) => setEdits((old) => step(old, set, what)),
    storeText: (document, text) => setTexts((old) => ({ ...old, [document]: text })),
    go: (page) => {
      location.hash = `#/${page}`;
    },
    choose: setEditor,
  };
  const variables = { '--heed-line': theme.palette.neutralTertiaryAlt, '--heed-card': theme.palette.neutralLighterAlt, '--heed-quiet': theme.palette.neutralSecondary } as Record<string, string>;

  // What has just been answered has to be seen, wherever on the page somebody is.
  const top = mergeStyles({ background: theme.palette.white, '@media (min-height: 560px) and (min-width: 760px)': { position: 'sticky', top: 0, zIndex: 5 } });

  return (
    <ThemeProvider theme={theme} applyTo="body">
      <EditingContext.Provider value={editing}>
        <MemoryContext.Provider value={memory}>
        <TotalsContext.Provider value={{ ...totals, load: (loaded) => setTotals({ totals: loaded, isMadeUp: false }) }}>
          <div style={{ ...variables, colorScheme: theme.isInverted ? 'dark' : 'light' }} className={mergeStyles({ minHeight: '100vh', fontSize: 14, lineHeight: '1.45', overflowWrap: 'break-word', a: { color: theme.palette.themePrimary }, selectors: { '.ms-TextField-description': { fontSize: 12 } } })}>
            <LiveRegion text={said.text} turn={said.turn} />
            <a href="#content" className={mergeStyles({ position: 'absolute', left: -9999, selectors: { ':focus': { left: 8, top: 8, zIndex: 10, padding: '6px 12px', background: theme.palette.white } } })} onClick={(event) => {
              event.preventDefault();
              document.querySelector<HTMLElement>('main h1')?.focus();
            }}>
              To the page
            </a>
            <div className={top}>
            <Header
              edits={edits}
              hasEdits={hasEdits}
              version={version}
              known={known}
              onEditor={setEditor}
              onUndo={onUndo}
              onRedo={onRedo}
              onDiscard={() => setEdits((old) => step(old, published, 'discard'))}
              onOpen={onOpen}
              onOpenKnown={onOpenKnown}
            />
            {notice === null ? null : <EditsBar notice={notice} onMove={move} onDismiss={dismiss} />}
            <p role="alert" style={{ margin: 0, padding: problem === '' ? 0 : '10px 20px' }}>
              {problem}
            </p>
            </div>
            <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start' }}>
              <Navigation page={hash.split('/')[0] ?? ''} toLookInto={judgement.health.length + judgement.problems.length} />
              <main id="content" className={mergeStyles({ flex: '1 1 420px', minWidth: 0, padding: '18px 24px 80px', maxWidth: 1100 })}>
                <Suspense fallback={<p role="status">The page is loading.</p>}>
                <PageOf
                  hash={hash}
                  publisher={publisher}
                  newer={notice?.is === 'published elsewhere' ? notice.publication.number : null}
                  onPublished={publish}
                />
                </Suspense>
              </main>
            </div>
          </div>
        </TotalsContext.Provider>
        </MemoryContext.Provider>
      </EditingContext.Provider>
    </ThemeProvider>
  );
}
