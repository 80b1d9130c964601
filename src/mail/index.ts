export * from './eml';
export * from './mbox';
export * from './stored-file';
