export { dailySelfTest, testedThing } from './daily';
export type { SelfTestStore } from './daily';
export { selfTest } from './canary';
export { clientName, limitsOf } from './limits';
export { readTrace } from './read-trace';
export { traceOf } from './trace';
export { factsOf } from './words';
export type { Fact } from './words';
