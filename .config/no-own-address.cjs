'use strict';
/*
 * A webpack loader. A library that asks for its own address would get that of the file on the machine that built it, and
 * two machines would make two different archives. zip.js wants it only for workers, which we have it do without.
 */
module.exports = (source) => source.replaceAll('import.meta.url', JSON.stringify('about:blank'));
module.exports.rule = { test: /[\\/]@zip\.js[\\/]zip\.js[\\/].*\.js$/, use: { loader: __filename } };
