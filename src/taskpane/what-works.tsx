import { Link, TextField, mergeStyles, useTheme } from '@fluentui/react';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { factsOf } from '../diagnosis';
import type { Trace } from '../domain';
import { FixButton, PageLink, safeLink, words } from '../ui';

interface FieldLike {
  select(): void;
}

export interface WhatWorksProps {
  /** Checks the draft once more and says how that went. */
  readonly makeTrace: () => Promise<Trace>;
  /** The page that says what the host serves; null when the add-in has not been told where it is served. */
  readonly page: string | null;
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** What works in this Outlook, opened by whoever looks for a fault: what is known, and a trace to send. */
export function WhatWorks({ makeTrace, page }: WhatWorksProps): ReactElement {
  const theme = useTheme();
  const [isOpen, setOpen] = useState(false);
  const [trace, setTrace] = useState<Trace | null>(null);
  const [isMaking, setMaking] = useState(false);
  const [said, setSaid] = useState('');
  const field = useRef<FieldLike | null>(null);
  const text = trace === null ? '' : JSON.stringify(trace, null, 1);
  const make = (): void => {
    setMaking(true);
    void makeTrace().then((made) => {
      setTrace(made);
      setSaid('');
      setMaking(false);
    });
  };
  const copy = async (): Promise<void> => {
    const isCopied = await copied(text);
    if (!isCopied) field.current?.select();
    setSaid(isCopied ? words.traceCopied : words.traceMarked);
  };
  const link = safeLink(page);
  return (
    <div>
      <Link as="button" underline aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} styles={{ root: { minHeight: 24, fontSize: 12 } }}>
        {words.whatWorks}
      </Link>
      {isOpen ? (
        <div className={mergeStyles({ marginTop: 4 })}>
          <p className={mergeStyles({ margin: '0 0 6px' })}>{words.traceDetail}</p>
          <FixButton words={words.makeTrace} icon="heed-again" isWaiting={isMaking} onPress={make} />
          {trace === null ? null : (
            <>
              {/* For support, and so in the language of the product. */}
              <dl lang="en-GB" className={mergeStyles({ margin: '8px 0' })}>
                {factsOf(trace).map(([name, value], index) => (
                  <div key={index} className={mergeStyles({ padding: '2px 0', borderTop: `1px solid ${theme.palette.neutralLight}` })}>
                    <dt className={mergeStyles({ display: 'inline', fontWeight: 600 })}>{name}: </dt>
                    <dd className={mergeStyles({ display: 'inline', margin: 0 })}>{value}</dd>
                  </div>
                ))}
              </dl>
              <FixButton words={words.copyTrace} icon="heed-done" isPrimary onPress={() => void copy()} />
              <TextField ariaLabel={words.whatWorks} multiline readOnly rows={3} value={text} componentRef={(given) => (field.current = given)} styles={{ root: { marginTop: 6 }, field: { fontSize: 11 } }} />
            </>
          )}
          <p role="status" className={mergeStyles({ margin: '6px 0' })}>
            {said}
          </p>
          {link === null ? null : (
            <PageLink url={link} size={12}>
              diagnosis.html
            </PageLink>
          )}
        </div>
      ) : null}
    </div>
  );
}
