import type { Deployment, Policy } from '../domain';
import { HOSTED_FORMAT } from '../hosted';

/**
 * The text of a hosted policy, of ASCII alone: then its characters are its bytes, and no server or client can read it in
 * another encoding than the one it was signed in.
 */
export function hostedText(policy: Policy, deployment: Deployment): string {
  const text = JSON.stringify({ format: HOSTED_FORMAT, deployment, policy }, null, 1);
  return `${text.replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
