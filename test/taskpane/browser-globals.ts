import { configure } from '@testing-library/react';
import { webcrypto } from 'node:crypto';
import { TextDecoder as NodeDecoder, TextEncoder as NodeEncoder } from 'node:util';

// What every browser has and jsdom has not. Node's own stand in, and bytes stay this realm's.
const encoder = new NodeEncoder();
Object.defineProperties(globalThis, {
  crypto: { value: webcrypto, configurable: true },
  TextEncoder: {
    value: class {
      encode = (text: string): Uint8Array => Uint8Array.from(encoder.encode(text));
    },
    configurable: true,
  },
  TextDecoder: { value: NodeDecoder, configurable: true },
});

// How long something may take to appear: a busy machine draws and enciphers slowly.
configure({ asyncUtilTimeout: 30_000 });
