export * from './quote';
export * from './run';
