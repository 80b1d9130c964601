const swc = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } }, module: { type: 'commonjs' } },
];

/** One project: everything here needs Node alone. */
module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform: { '^.+\\.tsx?$': swc },
  setupFiles: ['<rootDir>/test/no-network.ts'],
  coverageProvider: 'v8',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
