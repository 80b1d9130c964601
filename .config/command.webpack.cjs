'use strict';
/* The command line as two files that run with Node alone: `heed.cjs`, and the thread that replay starts beside it. */
const path = require('node:path');
const { IgnorePlugin } = require('webpack');
const TerserPlugin = require('terser-webpack-plugin');
const { rule: noOwnAddress } = require('./no-own-address.cjs');

const root = path.resolve(__dirname, '..');

module.exports = (folder) => ({
  mode: 'production',
  name: 'command',
  context: root,
  target: 'node20',
  devtool: false,
  entry: { heed: './src/cli/packaged.ts', thread: './src/cli/replay/thread.ts' },
  output: { path: folder, filename: ({ chunk }) => (chunk.name === 'heed' ? 'heed.cjs' : '[name].js'), chunkFormat: 'commonjs', libraryTarget: 'commonjs2' },
  // Threads are looked for beside the file that starts them.
  node: { __dirname: false, __filename: false },
  resolve: { extensions: ['.ts', '.js', '.json'] },
  module: {
    parser: { javascript: { dynamicImportMode: 'eager' } },
    rules: [
      noOwnAddress,
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: { loader: 'swc-loader', options: { swcrc: false, configFile: false, jsc: { target: 'es2022', parser: { syntax: 'typescript' } } } },
      },
    ],
  },
  // A driver in C that its own package does without.
  plugins: [new IgnorePlugin({ resourceRegExp: /^pg-native$/ })],
  optimization: { splitChunks: false, minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false, terserOptions: { format: { comments: false } } })] },
  performance: { hints: false },
});
