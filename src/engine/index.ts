export * from './quote';
export * from './rollout';
export * from './run';
export * from './severity';
