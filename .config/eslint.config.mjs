import tseslint from 'typescript-eslint';

/** The rooms that run in classic Outlook's bare runtime. */
const bareRooms = [
  'domain',
  'text',
  'calendar',
  'recipients',
  'detectors',
  'inspectors',
  'policy',
  'engine',
  'formatters',
  'hosted',
  'rules',
].map((room) => `src/${room}/**/*.ts`);

const absent = 'classic Outlook does not have it (platform facts in docs/decisions).';

/** What the compiler cannot see: they are in ES2016's own library, or hide in a regular expression. */
const bareSyntax = [
  { selector: "CallExpression[callee.property.name='normalize']", message: `normalize() does nothing there: ${absent}` },
  { selector: "CallExpression[callee.property.name='localeCompare']", message: `localeCompare() knows no locale: ${absent}` },
  { selector: "CallExpression[callee.property.name=/^toLocale/]", message: `toLocale…() knows no locale: ${absent}` },
  { selector: 'Literal[regex.pattern=/\\\\[pP]\\{/]', message: `\\p{…} is an invalid pattern there: ${absent}` },
  { selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]', message: `Lookbehind is newer than ES2016: ${absent}` },
  { selector: 'Literal[regex.pattern=/\\(\\?<[A-Za-z]/]', message: `Named groups are newer than ES2016: ${absent}` },
  { selector: 'Literal[regex.flags=/[sdv]/]', message: `This flag is newer than ES2016: ${absent}` },
  { selector: "NewExpression[callee.name='Function']", message: 'Text is never run as code.' },
];

const ruleSyntax = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'A rule is told the time: it comes with the draft.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A rule is told the time: it comes with the draft.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'A rule gives the same answer every time.' },
];

const officeGlobal = { name: 'Office', message: 'Only src/outlook names Office: ask it, or give it what you need.' };
const completing = {
  selector: "CallExpression[callee.property.name='completed']",
  message: 'Only src/outlook/answer.ts completes an event: it clears the timers and answers once.',
};

const bareGlobals = ['Intl', 'BigInt', 'globalThis', 'WeakRef', 'SharedArrayBuffer', 'Atomics', 'eval'].map((name) => ({
  name,
  message: `${name}: ${absent}`,
}));

export default tseslint.config(
  { ignores: ['src/runtime.d.ts', '**/*.cjs', '**/*.mjs', 'node_modules', 'dist', 'test/inspectors/files'] },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'test/**/*.ts', 'test/**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Functions over classes: no method here uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 520, skipBlankLines: true, skipComments: true }],
      'no-control-regex': 'off',
      'no-irregular-whitespace': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    rules: {
      'no-restricted-globals': ['error', officeGlobal],
      'no-restricted-syntax': ['error', completing],
    },
  },
  {
    // The pages run in a browser and have types of their own.
    files: ['src/ui/**', 'src/taskpane/**', 'src/studio/**', 'src/pages/**', 'src/demo/page/**', 'test/ui/**', 'test/taskpane/**', 'test/studio/**'],
    languageOptions: {
      parserOptions: {
        projectService: false,
        project: ['./.config/tsconfig.web.json', './.config/tsconfig.web-tests.json'],
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
  },
  {
    files: bareRooms,
    rules: {
      'no-restricted-globals': ['error', officeGlobal, ...bareGlobals],
      'no-restricted-syntax': ['error', completing, ...bareSyntax],
    },
  },
  {
    files: ['src/rules/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', completing, ...bareSyntax, ...ruleSyntax] },
  },
  {
    files: ['src/outlook/**/*.ts', 'src/launchevent/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', completing, ...bareSyntax] },
  },
  {
    files: ['src/outlook/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...bareGlobals] },
  },
  {
    files: ['src/launchevent/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', officeGlobal, ...bareGlobals] },
  },
  {
    files: ['src/outlook/answer.ts'],
    rules: { 'no-restricted-syntax': ['error', ...bareSyntax] },
  },
  {
    // The simulator is told of completed events; it is the host that hears them.
    files: ['src/demo/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // A fake of Outlook is as loosely typed as what it stands in for.
    files: ['test/outlook/**/*.ts', 'test/bundle/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-redundant-type-constituents': 'off' },
  },
);
