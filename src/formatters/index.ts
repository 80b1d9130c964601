export * from './alert';
export * from './json';
export * from './not-checked';
export * from './terminal';
