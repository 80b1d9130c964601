import { registerIcons } from '@fluentui/react';
import type { ReactElement } from 'react';

/** Drawn for Heed on a 16 by 16 grid; each has a shape of its own, so that none is told by its colour. */
const SHAPES: { readonly [name: string]: ReactElement } = {
  'heed-mark': (
    <>
      <path d="M2 3.5h12v9H8l-3.2 2.2v-2.2H2z" />
      <path d="m5.2 7.9 2 2 3.8-4" />
    </>
  ),
  'heed-inform': (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 7.3v4M8 4.6v.2" />
    </>
  ),
  'heed-warn': (
    <>
      <path d="M8 2 14.5 13.5h-13z" />
      <path d="M8 6.5v3.2M8 11.6v.2" />
    </>
  ),
  'heed-justify': (
    <>
      <path d="M2 2.8h12v8.4H8.4L5 14v-2.8H2z" />
      <path d="M5 5.8h6M5 8.2h4" />
    </>
  ),
  'heed-block': (
    <>
      <path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z" />
      <path d="M5 8h6" />
    </>
  ),
  'heed-done': (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m5.2 8.2 2 2 3.6-4" />
    </>
  ),
  'heed-unchecked': (
    <>
      <circle cx="8" cy="8" r="6.2" strokeDasharray="2.4 1.5" />
      <path d="M6.3 6.4a1.75 1.75 0 1 1 2.5 1.6c-.5.25-.8.6-.8 1.2M8 11.1v.2" />
    </>
  ),
  'heed-remove': <path d="M2.5 4.2h11M6.2 4V2.4h3.6V4M4 4.4l.7 9.2h6.6l.7-9.2M6.6 7v4M9.4 7v4" />,
  'heed-protect': (
    <>
      <path d="M3.4 7.2h9.2v6.4H3.4z" />
      <path d="M5.3 7V5a2.7 2.7 0 0 1 5.4 0v2M8 9.6v1.8" />
    </>
  ),
  'heed-person': (
    <>
      <circle cx="6.4" cy="5" r="2.6" />
      <path d="M1.8 13.6c.3-3 2-4.6 4.6-4.6 1.2 0 2.2.3 3 1M10.4 12.2h4" />
    </>
  ),
  'heed-hide': <path d="M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM3 13.4 13 2.6" />,
  'heed-reply': <path d="M6.6 3.2 2.2 7.4l4.4 4.2M2.6 7.4h6.2c3 0 4.8 1.8 4.8 5.2" />,
  'heed-subject': <path d="M2.4 4h11.2M2.4 8h7M2.4 12h4M12.6 8.4l-3.4 3.4-.6 2 2-.6L14 9.8z" />,
  'heed-clock': (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.4V8l2.6 1.8" />
    </>
  ),
  'heed-copy': <path d="M5.4 5.4h8.2v8.2H5.4zM3.6 10.6H2.4V2.4h8.2v1.2" />,
  'heed-again': <path d="M13.4 8a5.4 5.4 0 1 1-1.6-3.8l1.6 1.6M13.4 2.4v3.4H10" />,
};

function drawn(shape: ReactElement): ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ display: 'block' }}
    >
      {shape}
    </svg>
  );
}

let areRegistered = false;

/** Makes the icons known to Fluent under their names. Fluent's own set is never loaded: it comes from a CDN. */
export function registerHeedIcons(): void {
  if (areRegistered) return;
  areRegistered = true;
  registerIcons({ icons: Object.fromEntries(Object.entries(SHAPES).map(([name, shape]) => [name, drawn(shape)])) });
}
