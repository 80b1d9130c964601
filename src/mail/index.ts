export * from './eml';
