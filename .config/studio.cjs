'use strict';
/* `npm run studio`: with `--build` builds the studio, and serves it on this machine alone. PORT is 3444 unless it is set. */
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const buildPage = require('./build-page.cjs');

const dist = process.env.HEED_DIST ?? path.join(__dirname, '..', 'dist');
const port = Number(process.env.PORT ?? 3444);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT=${process.env.PORT} is no port. Set it to a number from 1 to 65535, or leave it out for 3444.`);
  process.exit(2);
}
/** What browsers ask for by themselves. */
const icon = path.join(__dirname, '..', 'assets', 'icon-32.png');
const types = { '.ico': 'image/png', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

/** Its own origin and nothing else: a pack, a draft or a mail cannot be sent anywhere. */
const policy = ["default-src 'self'", "style-src 'self' 'unsafe-inline'", "script-src 'self' 'wasm-unsafe-eval'", "img-src 'self' data:", "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"].join('; ');

const server = http.createServer((request, response) => {
  const name = path.basename(new URL(request.url ?? '/', 'http://localhost').pathname) || 'studio.html';
  const file = name === 'favicon.ico' ? icon : path.join(dist, name);
  const isOurs = /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(request.headers.host ?? '');
  if (!isOurs || types[path.extname(name)] === undefined || !fs.existsSync(file)) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is nothing at this address. The studio is at /.');
    return;
  }
  response.writeHead(200, { 'content-type': types[path.extname(name)], 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  fs.createReadStream(file).pipe(response);
});

server.on('error', (error) => {
  console.error(`The studio could not be served: ${error.code === 'EADDRINUSE' ? `another program has port ${port}` : error.message}. Set PORT to another number, such as PORT=${port + 1} npm run studio.`);
  process.exit(2);
});

async function start() {
  if (process.argv.includes('--build')) await buildPage('studio', 'the studio', { isAlone: true });
  if (!fs.existsSync(path.join(dist, 'studio.html'))) throw new Error('The studio is not built yet. Run npm run build first.');
  server.listen(port, '127.0.0.1', () => console.log(`The studio is at http://localhost:${server.address().port}/ on this machine alone. Ctrl-C ends it.`));
}

start().catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
