export { ASK_EVERY, knownPolicy, policyForDraft } from './follow';
export type { Following, PolicyStore } from './follow';
export type { InForce } from './in-force';
export { HOSTED_FORMAT, LONGEST_HOSTED, readHosted } from './read-hosted';
