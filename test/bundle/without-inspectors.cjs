'use strict';
/* The file that answers a send as it would be without inspectors, so that a test can weigh them. HEED_DIST says where it goes. */
const path = require('node:path');
const { NormalModuleReplacementPlugin } = require('webpack');
const buildAll = require('../../webpack.config.js');

const INSPECTS_NOTHING = 'export function* inspectFile() {}';

module.exports = async () => {
  const launchevent = (await buildAll()).find(({ name }) => name === 'launchevent');
  const instead = new NormalModuleReplacementPlugin(/[\\/]inspect-file$/, (wanted) => {
    wanted.request = `data:text/javascript,${encodeURIComponent(INSPECTS_NOTHING)}`;
  });
  return { ...launchevent, output: { ...launchevent.output, path: path.resolve(process.env.HEED_DIST) }, plugins: [...launchevent.plugins, instead] };
};
