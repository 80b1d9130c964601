export { dailySelfTest, testedThing } from './daily';
export type { SelfTestStore } from './daily';
export { selfTest } from './canary';
export { readTrace } from './read-trace';
export { traceOf } from './trace';
export { factsOf } from './words';
export type { Fact } from './words';
