import { Icon, ThemeProvider, mergeStyles } from '@fluentui/react';
import type { Theme } from '@fluentui/react';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { EMERGENCY_REASON, stopsSending } from '../domain';
import type { DraftSource, Policy, Report } from '../domain';
import { notChecked } from '../formatters';
import { FixButton, LiveRegion, Notice, Progress, ReasonPicker, languageOfFindings, reasonText, themeFor, words } from '../ui';
import { callAbout, namedFor } from './contacts';
import { FindingSection } from './finding-section';
import { Footer } from './footer';
import { groupsOf } from './groups';
import type { PaneHost } from './host';
import type { PolicyStatus } from './policy-status';
import { ProtectedCopyPanel } from './protected-copy';
import { reasonsFor } from './reasons';
import { makeSession } from './session';
import type { Session } from './session';
import { INITIAL_STATE, headline, mayBeAnswered, reduce } from './state';
import type { PaneState } from './state';

/** How often the draft is looked at while a reason is in force, in milliseconds: typing tells nobody. */
const LOOK_EVERY = 4000;

/** The longest note beside a reason, in characters (catalogue D.7, `audit.notes`). */
const LONGEST_NOTE = 120;

export interface PaneProps {
  readonly host: PaneHost;
  readonly policy: Policy;
  /** Where the policy comes from and what is wrong with it. */
  readonly policyStatus?: PolicyStatus;
  readonly check: (source: DraftSource) => Promise<Report>;
  readonly clock: () => number;
  readonly version: string;
  readonly build: string;
  /** What stands at the foot, for whoever looks for a fault. */
  readonly whatWorks?: ReactNode;
}

/** The theme of the host, or of the machine, as it changes. */
function useHostTheme(background: string | null): Theme {
  const [theme, setTheme] = useState(() => themeFor(background));
  useEffect(() => {
    const media = typeof window.matchMedia === 'function' ? window.matchMedia('(prefers-color-scheme: dark)') : null;
    const update = (): void => setTheme(themeFor(background));
    update();
    media?.addEventListener('change', update);
    return () => media?.removeEventListener('change', update);
  }, [background]);
  return theme;
}

/** Opens the session, and looks at the draft again when there is reason to. */
function useSession(props: PaneProps, dispatch: Parameters<typeof makeSession>[0]['dispatch'], hasReason: boolean): Session {
  const { host, policy, check, clock } = props;
  const session = useMemo(() => makeSession({ host, policy, check, clock, dispatch }), [host, policy, check, clock, dispatch]);
  useEffect(() => {
    void session.open();
    const look = (): void => void session.look();
    const stop = host.onChange(look);
    window.addEventListener('focus', look);
    return () => {
      stop();
      window.removeEventListener('focus', look);
    };
  }, [session, host]);
  useEffect(() => {
    if (!hasReason) return undefined;
    const timer = setInterval(() => void session.look(), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [session, hasReason]);
  return session;
}

/** Moves the focus where the state says, and to the heading when what had it is gone. */
function useFocus(state: PaneState) {
  const heading = useRef<HTMLHeadingElement>(null);
  const message = useRef<HTMLDivElement>(null);
  const copy = useRef<HTMLHeadingElement>(null);
  const fix = useRef<HTMLLIElement>(null);
  const hadFocus = useRef(false);
  const { on, turn } = state.focus;
  useEffect(() => {
    const target = { heading, message, copy, fix }[on].current;
    const field = on === 'fix' ? target?.querySelector<HTMLElement>('input, button, a') : null;
    (field ?? target ?? heading.current)?.focus();
  }, [on, turn]);
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) heading.current?.focus();
    hadFocus.current = document.activeElement !== document.body;
  });
  return { heading, message, copy, fix };
}

const ICONS = { allow: 'heed-done', inform: 'heed-inform', warn: 'heed-warn', justify: 'heed-justify', block: 'heed-block' } as const;

function iconOf(state: PaneState): string {
  if (state.phase === 'checking') return 'heed-mark';
  if (state.phase === 'failed' || state.result === null) return 'heed-unchecked';
  const { report } = state.result;
  if (report.findings.length === 0 && report.unchecked.length > 0) return 'heed-unchecked';
  return state.justification === null ? ICONS[report.verdict] : 'heed-done';
}

/** What was not checked and no finding speaks of already. */
function unsaid({ findings, unchecked }: Report): Report['unchecked'] {
  return notChecked(unchecked).filter(({ attachment }) => attachment === undefined || !findings.some(({ evidence }) => evidence.some(({ where }) => where === attachment)));
}

const NOTHING_TO_SAY: PolicyStatus = { lines: [], problem: null };

/** The task pane. */
export function Pane(props: PaneProps): ReactElement {
  const { host, policy, policyStatus = NOTHING_TO_SAY, clock, version, build } = props;
  const [state, dispatch] = useReducer(reduce, INITIAL_STATE);
  const theme = useHostTheme(host.background);
  const session = useSession(props, dispatch, state.justification !== null);
  const focus = useFocus(state);
  const { report, contacts } = state.result ?? { report: null, contacts: [] };
  const shown = state.phase === 'ready' ? report : null;
  const unchecked = shown === null ? [] : unsaid(shown);
  const isAllClear = shown !== null && shown.verdict === 'allow' && shown.unchecked.length === 0;
  // While the check may be silent, nobody is told that all is well.
  const fault = policyStatus.problem;
  const isInDoubt = isAllClear && fault?.isSilent === true;
  const person = callAbout(contacts);
  const call = person === null ? words.callIt : words.callIfWrong(words.role(person.role), person.contact);
  const advice = shown === null || shown.findings.length === 0 ? null : words.whatNow(shown.verdict);
  // Where nothing asks at Send, there is no Send Anyway, and nobody to give a reason to.
  const whatNow = advice === null || host.checksSends ? advice : words.whatNowUnasked;
  const asksForReason = shown?.verdict === 'justify' && host.checksSends;
  const reasons = reasonsFor(report, policy.reasons).map((reason) => ({ code: reason.code, text: reasonText(reason) }));
  // For those whose task it is, sending at once comes before all else; others find it among the reasons.
  const isEmergencyFirst = shown?.isSafeguarding === true && policy.emergencyReason && mayBeAnswered(shown.verdict) && host.checksSends && state.justification === null;

  return (
    <ThemeProvider theme={theme} applyTo="body">
      <main
        className={mergeStyles({
          boxSizing: 'border-box',
          minHeight: '100vh',
          maxWidth: 560,
          padding: 14,
          '@media (max-width: 240px)': { padding: 8 },
          fontSize: 14,
          lineHeight: '1.45',
          overflowWrap: 'anywhere',
        })}
      >
        <LiveRegion text={isInDoubt && state.said.text.startsWith(headline(state)) ? fault.title : state.said.text} turn={state.said.turn} />
        <header className={mergeStyles({ marginBottom: 12 })}>
          <p className={mergeStyles({ display: 'flex', alignItems: 'center', gap: 6, margin: '0 0 8px', fontSize: 12, fontWeight: 600, color: theme.palette.themePrimary })}>
            <Icon iconName="heed-mark" className={mergeStyles({ fontSize: 16 })} />
            {words.product}
          </p>
          <h1
            ref={focus.heading}
            tabIndex={-1}
            className={mergeStyles({ display: 'flex', gap: 8, margin: 0, fontSize: 20, fontWeight: 600, lineHeight: '1.25', outline: 'none', '@media (max-width: 240px)': { fontSize: 17 } })}
          >
            <Icon iconName={isInDoubt ? 'heed-unchecked' : iconOf(state)} className={mergeStyles({ fontSize: 22, marginTop: 1, flexShrink: 0, color: theme.palette.themePrimary, '@media (max-width: 240px)': { display: 'none' } })} />
            <span>{isInDoubt ? fault.title : headline(state)}</span>
          </h1>
        </header>

        {host.checksSends ? null : (
          <Notice icon="heed-unchecked" title={words.notCheckedAtSend}>
            <p className={mergeStyles({ margin: '2px 0 0' })}>{words.notCheckedAtSendDetail}</p>
          </Notice>
        )}
        {fault === null ? null : (
          <div role={fault.isSilent ? 'alert' : undefined}>
            <Notice icon="heed-unchecked" title={isInDoubt ? fault.detail : fault.title}>
              {isInDoubt ? null : <p className={mergeStyles({ margin: '2px 0 0' })}>{fault.detail}</p>}
            </Notice>
          </div>
        )}
        {state.message === null ? null : (
          <div ref={focus.message} tabIndex={-1} className={mergeStyles({ outline: 'none' })}>
            <Notice icon={state.message.kind === 'done' ? 'heed-done' : state.message.kind === 'failed' ? 'heed-warn' : 'heed-again'} title={state.message.text} />
          </div>
        )}
        {state.copy === null ? null : (
          <ProtectedCopyPanel
            copy={state.copy}
            heading={focus.copy}
            onSay={(text) => dispatch({ do: 'say', text })}
            onHide={() => session.hidePassword()}
          />
        )}
        {state.phase === 'checking' ? <Progress reading={state.reading} /> : null}
        {state.phase === 'failed' ? <p>{words.failedDetail}</p> : null}
        {isAllClear && !isInDoubt ? <p className={mergeStyles({ margin: '0 0 16px' })}>{state.result?.isToNobody === true ? words.toNobody : words.nothingDetail}</p> : null}
        {state.justification === null ? (
          whatNow === null ? null : <p className={mergeStyles({ margin: '0 0 12px' })}>{whatNow}</p>
        ) : (
          <Notice icon="heed-justify" title={words.reasonGiven(reasons.find(({ code }) => code === state.justification?.code)?.text ?? state.justification.code)}>
            <p className={mergeStyles({ margin: '2px 0 0' })}>{words.reasonGivenDetail}</p>
          </Notice>
        )}

        {isEmergencyFirst ? (
          <p className={mergeStyles({ margin: '0 0 12px' })}>
            <FixButton words={words.emergency} icon="heed-warn" isPrimary isWaiting={state.isChanging} onPress={() => void session.justify(EMERGENCY_REASON, null)} />
          </p>
        ) : null}

        {shown === null || state.result === null ? null : (
          <>
            {shown.findings.length === 0 ? null : (
              <section aria-label={words.findings}>
                <h2 className={mergeStyles({ fontSize: 12, fontWeight: 600, margin: '0 0 6px', color: theme.palette.neutralSecondary })}>{words.findings}</h2>
                {groupsOf(shown.findings).map((group, index) => (
                  <FindingSection
                    // A finding is the same one while it speaks of the same things.
                    key={`${group[0].rule} ${group[0].concerns.join(' ') || index}`}
                    group={group}
                    result={state.result!}
                    call={call}
                    ask={namedFor(group[0], policy.organisation, contacts)}
                    now={clock()}
                    timeZone={policy.organisation.timeZone}
                    placesShown={policy.evidence.maxItems}
                    isWaiting={state.isChanging}
                    promised={index === 0 && stopsSending(group[0].severity) ? focus.fix : undefined}
                    isReasonGiven={state.justification !== null && group[0].severity === 'justify'}
                    onFix={(fix, subject) => void session.fix(fix, subject)}
                  />
                ))}
              </section>
            )}
            {unchecked.length === 0 ? null : (
              <section aria-label={words.unchecked}>
                <Notice icon="heed-unchecked" title={words.unchecked}>
                  <ul className={mergeStyles({ margin: '2px 0 0', paddingLeft: 16 })}>
                    {unchecked.map(({ attachment, reason }, index) => (
                      <li key={index} lang={languageOfFindings()}>
                        {attachment === undefined ? null : <strong>{words.uncheckedAttachment(attachment)}: </strong>}
                        {reason}
                      </li>
                    ))}
                  </ul>
                </Notice>
              </section>
            )}
            {asksForReason && state.justification === null ? (
              <ReasonPicker
                reasons={reasons}
                longestNote={policy.audit.notes ? LONGEST_NOTE : null}
                isWaiting={state.isChanging}
                onChoose={(code, note) => void session.justify(code, note)}
              />
            ) : null}
          </>
        )}
        {state.phase === 'checking' ? null : (
          <FixButton words={words.checkAgain} icon="heed-again" isWaiting={state.isChanging} onPress={() => void session.checkAgain()} />
        )}
        <Footer contacts={contacts} policy={policy} languageHelp={policy.languageHelp} policyLines={policyStatus.lines} version={version} build={build} asksForReason={asksForReason}>
          {props.whatWorks}
        </Footer>
      </main>
    </ThemeProvider>
  );
}
