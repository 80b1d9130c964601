'use strict';
/*
 * Builds the add-in into dist/: `launchevent.js`, the one file that answers a send in every Outlook, and the pages for
 * browsers. HEED_ORIGIN is where it will be served from; HEED_POLICY the shipped pack, or the file, that is built in;
 * HEED_KEY the PEM file of the public key that hosted policies are signed with. They stand in the last line of
 * `launchevent.js` and in `site.js`, where `heed policy sign` writes others. HEED_PAGES names the only pages
 * to build, and leaves the others as they are.
 */
const { createHash, createPublicKey } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const TerserPlugin = require('terser-webpack-plugin');
const { Compilation, DefinePlugin, optimize } = require('webpack');
const { load } = require('./src/cli/launcher.cjs');
const { rule: noOwnAddress } = require('./.config/no-own-address.cjs');
const { clearingLeftovers } = require('./.config/clear-leftovers.cjs');
const frontPage = require('./.config/front-page.cjs');
const htmlPage = require('./.config/html-page.cjs');
const smallSend = require('./.config/small-send.cjs');

/** The origin that stands in manifest.xml, and the one that takes its place unless HEED_ORIGIN names another. */
const PLACEHOLDER_ORIGIN = 'https://heed.example.org';
const DEFAULT_ORIGIN = 'https://localhost:3000';

const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

function sourceHash(folder, hash) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) sourceHash(file, hash);
    else hash.update(`${path.relative(__dirname, file)}\0`).update(fs.readFileSync(file));
  }
  return hash;
}

/** The policy with its layers resolved, so that the send has nothing to load and a wrong pack ends the build. */
async function resolvedPolicy() {
  const { loadNamed } = load('cli/policy-files');
  const { sayProblem } = load('policy/index');
  const { policy, problems } = await loadNamed(process.env.HEED_POLICY ?? 'laat', process.cwd());
  if (policy === null) throw new Error(`The policy to build in has problems:\n${problems.map(sayProblem).join('\n')}`);
  return policy;
}

function typeScript(target) {
  return {
    loader: 'swc-loader',
    options: {
      swcrc: false,
      configFile: false,
      jsc: { target, parser: { syntax: 'typescript', tsx: true }, transform: { useDefineForClassFields: false, react: { runtime: 'automatic' } } },
    },
  };
}

/** What is particular to the place the add-in is served from. */
async function siteSettings(origin) {
  const key = process.env.HEED_KEY === undefined ? null : createPublicKey(fs.readFileSync(process.env.HEED_KEY)).export({ format: 'jwk' }).n;
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const written = (epoch === undefined ? new Date() : new Date(Number(epoch) * 1000)).toISOString();
  const modulus = key === null ? null : Buffer.from(key, 'base64url').toString('base64');
  return { origin: process.env.HEED_ORIGIN === undefined ? null : origin, key: modulus, policy: await resolvedPolicy(), deployment: null, written };
}

/** The whole bundle at once, small. The settings are written around it and no part of it, so that they can be written anew. */
const toSmallSend = (site, build, isAfresh) => async (input) => {
  const [[name, code]] = Object.entries(input);
  return { code: siteScripts().aroundScript(await smallSend(name, code, isAfresh), site, build) };
};

const siteScripts = () => load('deployment/site-scripts');

/** A page: in Outlook the library from Microsoft's address comes first, then ours. */
function page(title, scripts, isInOutlook) {
  const tags = [...(isInOutlook ? [OFFICE] : []), ...scripts].map((src) => `<script src="${src}"></script>`).join('\n    ');
  return htmlPage(title, `    <div id="root"></div>\n    ${tags}`);
}

function pageFile(filename, title, scripts, isInOutlook = true) {
  return new HtmlPlugin({ filename, templateContent: page(title, scripts, isInOutlook), inject: false, minify: false });
}

/** A page with its script inside; the browser runs that script alone, and lets it ask hosts over https. */
function pageInOneFile(title, script) {
  // Line breaks of a page are line feeds to the browser that takes the hash.
  const code = script.replace(/\r\n?/g, '\n');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(code).digest('base64')}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'connect-src https:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return htmlPage(title, `    <div id="root"></div>\n    <script>${code}</script>`, { policy });
}

/** Takes a script out of what is written, once a page has it inside. */
const leaveOut = (name) => ({
  apply: (compiler) =>
    compiler.hooks.thisCompilation.tap('leave-out', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'leave-out', stage: Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE }, () => compilation.deleteAsset(name));
    }),
});

/** Scripts of pages, small: by the minifier in machine code, which takes a fifth of the other's time. */
const smallPages = new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false, terserOptions: { format: { comments: false, asciiOnly: true } } });

/** `env.afresh` is for a release: nothing that an earlier build kept is used. */
module.exports = async (env) => {
  const isAfresh = env?.afresh === true;
  const origin = process.env.HEED_ORIGIN ?? DEFAULT_ORIGIN;
  const build = `${require('./package.json').version}-${sourceHash(path.join(__dirname, 'src'), createHash('sha256')).digest('hex').slice(0, 8)}`;
  const defined = new DefinePlugin({ HEED_BUILD: JSON.stringify(build) });
  const site = await siteSettings(origin);
  const output = { path: process.env.HEED_DIST ?? path.join(__dirname, 'dist'), filename: '[name].js' };
  const common = { mode: 'production', context: __dirname, devtool: false };

  const launchevent = {
    ...common,
    name: 'launchevent',
    target: 'es2020',
    entry: { launchevent: './src/launchevent/index.ts' },
    output: { ...output, iife: true, globalObject: 'this', chunkFormat: false, chunkLoading: false, wasmLoading: false },
    resolve: { extensions: ['.ts', '.js'], mainFields: ['module', 'main'] },
    module: {
      parser: { javascript: { dynamicImportMode: 'eager' } },
      rules: [
        { test: /\.ts$/, include: path.join(__dirname, 'src', 'rules'), use: path.join(__dirname, '.config', 'rules-at-a-send.cjs') },
        { test: /\.ts$/, exclude: /node_modules/, use: typeScript('es2022') },
      ],
    },
    plugins: [
      defined,
      new DefinePlugin({ HEED_AT_A_SEND: true }),
      new optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      pageFile('launchevent.html', 'Heed', ['readers.js', 'launchevent.js']),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.png', to: '[path][name][ext]' },
          { from: 'manifest.xml', transform: (content) => String(content).split(PLACEHOLDER_ORIGIN).join(origin) },
          { from: 'manifest.xml', to: 'site.js', transform: () => siteScripts().pageScript(site) },
          { from: 'manifest.xml', to: 'index.html', transform: () => frontPage },
        ],
      }),
    ],
    optimization: {
      splitChunks: false,
      runtimeChunk: false,
      minimizer: [new TerserPlugin({ minify: toSmallSend(site, build, isAfresh), include: /^launchevent\.js$/, parallel: false, extractComments: false })],
    },
    performance: { hints: false },
  };

  /** What a send in a browser reads beside what it does in classic Outlook: only launchevent.html loads it. */
  const readers = {
    ...common,
    name: 'readers',
    target: ['web', 'es2020'],
    entry: { readers: './src/launchevent/readers.ts' },
    output: { ...output, library: { name: 'heedReaders', type: 'var' } },
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules: [{ test: /\.ts$/, exclude: /node_modules/, use: typeScript('es2020') }] },
    plugins: [defined],
    optimization: { minimizer: [smallPages] },
    performance: { hints: false },
  };

  const pages = [
    { name: 'taskpane', file: './src/taskpane/index.tsx', title: 'Heed', isInOutlook: true },
    { name: 'studio', file: './src/studio/index.tsx', title: 'Heed studio', isInOutlook: false },
    { name: 'setup', file: './src/pages/setup.tsx', title: 'Set up Heed', isInOutlook: false },
    { name: 'diagnosis', file: './src/pages/diagnosis.tsx', title: 'Heed: what works here', isInOutlook: false },
  ].filter(({ name, file }) => fs.existsSync(path.join(__dirname, file)) && (process.env.HEED_PAGES ?? name).split(' ').includes(name));

  const text = (file) => fs.readFileSync(path.join(__dirname, file), 'utf8');
  const picture = (name) => fs.readFileSync(path.join(__dirname, 'assets', `unified-${name}.png`)).toString('base64');

  const web = {
    ...common,
    name: 'web',
    target: ['web', 'es2020'],
    entry: Object.fromEntries(pages.map(({ name, file }) => [name, file])),
    output: { ...output, filename: '[name].[contenthash:16].js' },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: { rules: [noOwnAddress, { test: /\.tsx?$/, exclude: /node_modules/, use: typeScript('es2020') }] },
    plugins: [
      defined,
      clearingLeftovers,
      // What a manifest is made from, so that the page for it works as a file too.
      new DefinePlugin({ HEED_MANIFEST: JSON.stringify(text('manifest.xml')), HEED_PICTURES: JSON.stringify({ color: picture('color'), outline: picture('outline') }) }),
      ...pages.map(({ name, title, isInOutlook }) => {
        // The scripts are named for what is in them; only the plugin knows their names.
        const templateContent = ({ htmlWebpackPlugin }) => page(title, [...(isInOutlook ? ['site.js'] : []), ...htmlWebpackPlugin.files.js], isInOutlook);
        return new HtmlPlugin({ filename: `${name}.html`, chunks: [name], publicPath: '', templateContent, inject: false, minify: false });
      }),
    ],
    optimization: { minimizer: [smallPages] },
    performance: { hints: false },
  };

  /** The page that a private key is chosen on: one file, opened from the archive, so that no server can change what it does. */
  const publish = {
    ...common,
    name: 'publish',
    target: ['web', 'es2020'],
    entry: { publish: './src/pages/publish.tsx' },
    output: { ...output, chunkFormat: false },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: { parser: { javascript: { dynamicImportMode: 'eager' } }, rules: [noOwnAddress, { test: /\.tsx?$/, exclude: /node_modules/, use: typeScript('es2020') }] },
    plugins: [defined, new optimize.LimitChunkCountPlugin({ maxChunks: 1 }), new HtmlPlugin({ filename: 'publish.html', templateContent: ({ compilation }) => pageInOneFile('Publish a policy', String(compilation.assets['publish.js'].source())), inject: false, minify: false }), leaveOut('publish.js')],
    optimization: { minimizer: [smallPages] },
    performance: { hints: false },
  };

  const withoutPages = [launchevent, readers];
  if (pages.length === 0) return withoutPages;
  return process.env.HEED_PAGES === undefined ? [...withoutPages, web, publish] : [...withoutPages, web];
};
