export * from './alert';
export * from './json';
export * from './terminal';
