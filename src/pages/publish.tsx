import '../ui/no-remote-fonts';
import { MessageBar, MessageBarType } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Frame, Section } from './frame';
import { registerPageIcons } from './icons';
import { KeyStep } from './publishing/key-step';
import { PolicyStep } from './publishing/policy-step';
import { RecordStep } from './publishing/record-step';
import { ReviewStep } from './publishing/review-step';
import { RolloutStep } from './publishing/rollout-step';
import { SiteStep } from './publishing/site-step';
import { usePublication } from './publishing/use-publication';

function Steps(): ReactElement {
  const publication = usePublication();
  const [isAsked, setAsked] = useState(false);
  const common = { publication, isAsked };
  return (
    <>
      <Section title="1. The site folder">
        <SiteStep {...common} />
      </Section>
      <Section title="2. The key">
        <KeyStep publication={publication} />
      </Section>
      <Section title="3. The policy">
        <PolicyStep publication={publication} />
      </Section>
      <Section title="4. How far, and with whom">
        <RolloutStep {...common} />
      </Section>
      <Section title="5. On record">
        <RecordStep {...common} />
      </Section>
      <Section title="6. Sign">
        <ReviewStep {...common} onAsk={() => setAsked(true)} />
      </Section>
    </>
  );
}

function PublishPage(): ReactElement {
  return (
    <Frame title="Publish a policy" lead="Signs a policy into the site folder that you upload. It is done on this computer: the page keeps nothing, and sends nothing. It only asks your own host which policy it serves.">
      {window.isSecureContext ? (
        <Steps />
      ) : (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          A browser signs only on pages that it trusts. Open publish.html from the unpacked archive on this computer.
        </MessageBar>
      )}
    </Frame>
  );
}

registerPageIcons();
document.body.style.margin = '0';
const place = document.getElementById('root');
if (place !== null) createRoot(place).render(<PublishPage />);
