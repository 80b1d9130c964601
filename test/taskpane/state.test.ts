import type { Report, ReportedFinding, Verdict } from '../../src/domain';
import { INITIAL_STATE, headline, reduce } from '../../src/taskpane/state';
import type { PaneAction, PaneState, Result } from '../../src/taskpane/state';

function finding(severity: ReportedFinding['severity'], rule = 'missing-subject'): ReportedFinding {
  return {
    rule,
    title: 'No subject line',
    situation: 'blank',
    severity,
    clauses: [],
    tip: '',
    saw: 'Your subject line is blank.',
    advice: null,
    brief: null,
    note: '',
    evidence: [{ where: 'Subject', masked: 'blank' }],
    fixes: [],
    concerns: ['subject'],
  };
}

function resultOf(verdict: Verdict, findings: readonly ReportedFinding[] = [], unchecked: Report['unchecked'] = []): Result {
  return {
    report: { verdict, findings, unchecked, policy: { name: 'LAAT', version: 'V1' }, mayBeRecorded: true },
    fingerprint: 'f1',
    attachments: [],
    contacts: [],
    isToNobody: false,
  };
}

function after(...actions: readonly PaneAction[]): PaneState {
  return actions.reduce(reduce, INITIAL_STATE);
}

const asked: PaneAction = { do: 'show', result: resultOf('justify', [finding('justify')]), justification: null };
const given = { code: 'child-at-risk', note: null, fingerprint: 'f1' };

describe('the heading of the pane', () => {
  test.each<[string, PaneState, string]>([
    ['while nothing is known', INITIAL_STATE, 'Checking this draft'],
    ['of an ordinary draft', after({ do: 'show', result: resultOf('allow'), justification: null }), 'Nothing to say about this draft'],
    ['of one note', after({ do: 'show', result: resultOf('inform', [finding('inform')]), justification: null }), 'This draft can go, with a note'],
    ['of one warning beside a note', after({ do: 'show', result: resultOf('warn', [finding('warn'), finding('inform')]), justification: null }), '2 things to check before you send'],
    ['of two warnings', after({ do: 'show', result: resultOf('warn', [finding('warn'), finding('warn')]), justification: null }), '2 things to check before you send'],
    ['of a finding that needs a reason', after(asked), 'One thing to put right, or to give a reason for'],
    ['of a block', after({ do: 'show', result: resultOf('block', [finding('block')]), justification: null }), 'This draft cannot be sent as it is'],
    ['when all there is could not be checked', after({ do: 'show', result: resultOf('warn', [], [{ reason: 'x' }]), justification: null }), 'Not everything could be checked'],
    ['once a reason is given', after(asked, { do: 'justified', justification: given }), 'Your reason is noted: press Send again'],
    ['when the check failed', after({ do: 'fail' }), 'Heed could not check this draft'],
  ])('%s', (_, state, expected) => {
    expect(headline(state)).toBe(expected);
  });
});

describe('a reason that was given', () => {
  test('holds when the pane is opened again on the same draft', () => {
    expect(after({ ...asked, justification: given }).justification).toEqual(given);
  });

  test('does not hold for another draft', () => {
    expect(after({ ...asked, justification: { ...given, fingerprint: 'f0' } }).justification).toBeNull();
  });

  test('never answers a block', () => {
    const blocked: PaneAction = { do: 'show', result: resultOf('block', [finding('block')]), justification: given };
    expect(after(blocked).justification).toBeNull();
  });

  test.each<[string, PaneAction]>([
    ['a fix', { do: 'changed', text: 'x' }],
    ['a change behind the pane', { do: 'draft-changed' }],
    ['a new check', { do: 'begin-check' }],
  ])('is void after %s', (_, action) => {
    expect(after(asked, { do: 'justified', justification: given }, action).justification).toBeNull();
  });

  test('is said to be void when the draft changes', () => {
    const state = after(asked, { do: 'justified', justification: given }, { do: 'draft-changed' });
    expect(state.message?.text).toContain('the reason given before no longer counts');
  });

  test('is not spoken of when none was given', () => {
    expect(after(asked, { do: 'draft-changed' }).message?.text).toBe('The draft has changed. Heed has checked it again.');
  });
});

describe('what is said aloud', () => {
  test('after a fix: what was done, and what is left', () => {
    const state = after(asked, { do: 'begin-change' }, { do: 'changed', text: '“a.csv” is removed.' }, { do: 'show', result: resultOf('allow'), justification: null });
    expect(state.said.text).toBe('“a.csv” is removed. Nothing to say about this draft.');
  });

  test('is a new turn each time, so that the same words are said again', () => {
    const once = after({ do: 'say', text: 'The password is copied.' });
    const twice = reduce(once, { do: 'say', text: 'The password is copied.' });
    expect(twice.said.turn).toBe(once.said.turn + 1);
  });

  test('is nothing when a second look finds the same', () => {
    expect(after(asked, asked).said).toEqual(after(asked).said);
  });

  test('never holds the password', () => {
    const copy = { zips: ['a.zip'], password: 'maple-otter-1234' };
    const state = after(asked, { do: 'changed', text: 'x', copy }, { do: 'show', result: resultOf('allow'), justification: null }, { do: 'hide-password' });
    expect(JSON.stringify(state)).not.toContain('maple-otter-1234');
  });
});

describe('the password of a copy', () => {
  const copy = { zips: ['a.zip'], password: 'maple-otter-1234' };

  test('stays while the draft is checked again and changed otherwise', () => {
    const state = after({ do: 'changed', text: 'x', copy }, asked, { do: 'begin-change' }, { do: 'changed', text: 'y' });
    expect(state.copy).toEqual(copy);
  });

  test('is gone for good once it is hidden', () => {
    expect(after({ do: 'changed', text: 'x', copy }, { do: 'hide-password' }, asked).copy).toBeNull();
  });
});

test('a fix that fails leaves the findings where they are and moves to why', () => {
  const state = after(asked, { do: 'begin-change' }, { do: 'not-changed', text: 'That did not work.' });
  expect(state).toMatchObject({ phase: 'ready', isChanging: false, message: { kind: 'failed' }, focus: { on: 'message' } });
});
