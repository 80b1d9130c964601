import { DefaultButton, Link, MessageBar, MessageBarType, PrimaryButton, Stack, Text, mergeStyles } from '@fluentui/react';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { LINES } from '../frame';
import { whoInWords } from '../../deployment';
import type { Fact } from '../../diagnosis';
import { inShort, UPLOAD } from '../../publishing';
import type { Plan } from '../../publishing';
import { Facts } from '../facts';
import { LABELS, modeInWords, recordInWords } from './in-words';
import type { StepProps } from './rollout-step';
import type { Done, Publication } from './use-publication';

/** What is there, and in brackets what was, where it is another. */
function factsOf({ policy, deployment, host, before }: Plan): readonly Fact[] {
  const changed = (now: string, was: string | null): string => (was === null || was === now ? now : `${now} (was: ${was})`);
  const old = before?.deployment ?? null;
  return [
    ['Policy', changed(`${policy.name} ${policy.version}`, before === null ? null : `${before.policy.name} ${before.policy.version}`)],
    ['Number', changed(String(deployment.serial), old === null ? null : String(old.serial))],
    ['At most', changed(modeInWords(deployment.mode), old === null ? null : modeInWords(old.mode))],
    ['For whom', changed(whoInWords(deployment), old === null ? null : whoInWords(old))],
    ['On record', changed(recordInWords(deployment), old === null ? null : recordInWords(old))],
    ['Served at', host ?? 'not known'],
  ];
}

/** What has still to be chosen, or put right, in order. */
function missing({ site, key, policy, problems }: Publication): readonly string[] {
  const steps = [site === null ? 'Choose the site folder.' : '', key === null ? 'Choose the key, or make one.' : '', policy === null || policy.problems.length > 0 ? 'Choose the policy.' : ''];
  return [...steps.filter((step) => step !== ''), ...problems.map(({ choice, message }) => (choice === '' ? message : `${LABELS[choice] ?? choice}: ${message}`))];
}

function Signed({ done, onZip, onMore }: { readonly done: Done; readonly onZip: () => void; readonly onMore: () => void }): ReactElement {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [done]);
  const { plan, files, folder, isWritten, problem } = done;
  return (
    <section aria-labelledby="signed">
      <h3 id="signed" ref={title} tabIndex={-1} className={mergeStyles({ fontSize: 16, fontWeight: 600, margin: '0 0 8px', outline: 'none' })}>
        Number {plan.deployment.serial} is signed
      </h3>
      <Stack tokens={{ childrenGap: 10 }}>
        {problem === '' ? null : (
          <MessageBar messageBarType={MessageBarType.error} isMultiline>
            {problem}
          </MessageBar>
        )}
        <MessageBar messageBarType={MessageBarType.success} isMultiline>
          {inShort(plan)}. {UPLOAD}
        </MessageBar>
        {plan.remark === '' ? null : <Text block styles={LINES}>{plan.remark}</Text>}
        <Text block styles={LINES}>{isWritten ? `Written into ${folder}:` : `In heed-number-${plan.deployment.serial}.zip, among your downloads. Unpack it over ${folder} and let it replace what is there:`}</Text>
        <ul className={mergeStyles({ margin: 0, paddingLeft: 20, lineHeight: '1.5', fontSize: 14 })}>
          {files.map(({ path }) => (
            <li key={path}>
              <code>{path}</code>
            </li>
          ))}
        </ul>
        <Stack horizontal wrap tokens={{ childrenGap: 10 }}>
          <DefaultButton text={isWritten ? 'Save them as a zip too' : 'Save the zip again'} onClick={onZip} />
          <DefaultButton text="Sign something else" onClick={onMore} />
        </Stack>
        {plan.host === null ? null : (
          <Text block styles={LINES}>
            Once they are uploaded, open{' '}
            <Link href={`${plan.host}/diagnosis.html`} target="_blank" rel="noreferrer" underline>
              {plan.host}/diagnosis.html
            </Link>
            : it says whether your host serves them as Outlook needs it.
          </Text>
        )}
      </Stack>
    </section>
  );
}

/** What will be published, in words, and what is missing; then what was signed. */
export function ReviewStep({ publication, onAsk }: StepProps & { readonly onAsk: () => void }): ReactElement {
  const { plan, done, folder, served, isBusy } = publication;
  const todo = missing(publication);
  if (done !== null) return <Signed done={done} onZip={publication.saveZip} onMore={() => publication.type({})} />;
  const isWaiting = isBusy || served?.isAsking === true;
  const sign = (): void => {
    if (plan !== null) return publication.publish();
    onAsk();
    document.querySelector<HTMLElement>(`[name="${publication.problems.find(({ choice }) => choice !== '')?.choice ?? ''}"]`)?.focus();
  };
  return (
    <Stack tokens={{ childrenGap: 14 }}>
      <div role="status">
        {todo.length > 0 ? (
          <MessageBar messageBarType={MessageBarType.warning} isMultiline>
            Still to do:
            <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
              {todo.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          </MessageBar>
        ) : plan === null ? null : (
          <MessageBar messageBarType={MessageBarType.info} isMultiline>
            {plan.remark === '' ? '' : `${plan.remark} `}This will be published: {inShort(plan)}.
          </MessageBar>
        )}
      </div>
      {plan === null ? null : <Facts facts={factsOf(plan)} />}
      <PrimaryButton text={isWaiting ? 'One moment' : folder !== null && !folder.isWritten ? 'Sign, and save the zip' : 'Sign, and write the files'} disabled={isWaiting} allowDisabledFocus onClick={sign} styles={{ root: { alignSelf: 'flex-start' } }} />
    </Stack>
  );
}
