import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { hostedText } from '../../src/deployment';
import type { Deployment, Policy, SiteSettings } from '../../src/domain';
import { shippedPolicy } from '../policy-for-tests';

const LAAT = shippedPolicy('laat');

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const KEY = Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).n as string, 'base64url').toString('base64');
export const MORNING = Date.parse('2026-11-20T09:00:00Z');
export const DAY = 86_400_000;
export const ORIGIN = 'https://heed.laat.example';

export const AUTHORISATION = { by: 'Trust Board', on: '2026-11-01', minute: '12/26', dpia: 'DPIA-7', staffToldOn: '2026-11-10' };

export function deploymentOf(changes: Partial<Deployment> = {}): Deployment {
  return {
    serial: 7,
    issued: '2026-11-20T08:00:00.000Z',
    mode: 'block',
    rollout: { percent: 100, rings: [] },
    offlineDays: 14,
    authorisation: AUTHORISATION,
    ...changes,
  };
}

export interface Signed {
  readonly text: string;
  readonly signature: string;
}

export function signText(text: string): Signed {
  return { text, signature: sign('sha256', Buffer.from(text, 'latin1'), privateKey).toString('base64') };
}

/** A policy as `heed policy sign` writes it. */
export function signed(changes: Partial<Deployment> = {}, policy: Policy = LAAT): Signed {
  return signText(hostedText(policy, deploymentOf(changes)));
}

export function siteOf(changes: Partial<SiteSettings> = {}): SiteSettings {
  return { origin: ORIGIN, key: KEY, policy: LAAT, deployment: null, written: '2026-11-19T08:00:00.000Z', ...changes };
}
