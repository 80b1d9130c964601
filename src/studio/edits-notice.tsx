import { MessageBar, MessageBarButton, MessageBarType } from '@fluentui/react';
import type { ReactElement } from 'react';
import { schema } from './editing/judge';
import { placeNamed } from './publish/differences';
import type { EditsNotice } from './use-kept-edits';
import { clockWords } from './words/days';

function sentenceOf(notice: EditsNotice): string {
  switch (notice.is) {
    case 'back':
      return `Your edits of ${clockWords(notice.at)} are here again. They are not published.`;
    case 'of another version':
      return `This browser has edits of ${clockWords(notice.kept.at)} that were made on another version of this policy. They are not in what you see.`;
    case 'edited elsewhere':
      return 'Another window of this browser edits this policy too. What is changed here and there is not put together: close one of the two.';
    case 'published elsewhere':
      return `Version ${notice.publication.number} was published from another window, by ${notice.publication.author}. What you see is the version before.`;
    case 'moved':
      return notice.clashes.length === 0
        ? 'Your edits stand on the newer version now. Nothing of it was changed by both.'
        : `Your edits stand on the newer version now. These were changed in both, and here your own stand: ${notice.clashes.map((path) => placeNamed(schema, path)).join('; ')}. Publish shows what that changes.`;
    case 'not kept':
      return 'This browser has no room to keep your edits. Publish before you close the page, or they are lost.';
  }
}

/** One line below the header on edits that are not published: that they are back, or that somebody else was there. */
export function EditsBar({ notice, onMove, onDismiss }: { readonly notice: EditsNotice; readonly onMove: () => void; readonly onDismiss: () => void }): ReactElement {
  const isOther = notice.is === 'of another version';
  const canMove = isOther || notice.is === 'published elsewhere';
  const kind = notice.is === 'back' || (notice.is === 'moved' && notice.clashes.length === 0) ? MessageBarType.info : MessageBarType.warning;
  return (
    <MessageBar
      data-edits-notice={notice.is}
      messageBarType={kind}
      isMultiline={canMove}
      truncated={false}
      {...(canMove
        ? {
            actions: (
              <div>
                <MessageBarButton text={isOther ? 'Bring them here' : `Go on from version ${notice.is === 'published elsewhere' ? notice.publication.number : ''}`} onClick={onMove} />
                {isOther ? <MessageBarButton text="Throw them away" onClick={onDismiss} /> : null}
              </div>
            ),
          }
        : { onDismiss, dismissButtonAriaLabel: 'Close', dismissIconProps: { iconName: 'Cancel' } })}
    >
      {sentenceOf(notice)}
    </MessageBar>
  );
}
