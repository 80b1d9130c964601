import fs from 'node:fs';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  ts: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
};

export function typeOf(file: string): string {
  return TYPES[path.extname(file).slice(1).toLowerCase()] ?? 'application/octet-stream';
}

/** The file at a path of an address inside a folder; null for what is not there, is no file or would leave the folder. */
export function fileInside(folder: string, relative: string): string | null {
  const root = path.resolve(folder);
  const file = path.resolve(root, `.${path.sep}${relative}`);
  if (file !== root && !file.startsWith(root + path.sep)) return null;
  return fs.existsSync(file) && fs.statSync(file).isFile() ? file : null;
}

/** Like `fileInside`, in any letter case: office.js asks for some of its files in another case than they are shipped. */
export function fileInsideAnyCase(folder: string, relative: string): string | null {
  let current = path.resolve(folder);
  for (const wanted of relative.split('/').filter((part) => part !== '')) {
    if (wanted === '.' || wanted === '..' || !fs.existsSync(current) || !fs.statSync(current).isDirectory()) return null;
    const name = fs.readdirSync(current).find((entry) => entry.toLowerCase() === wanted.toLowerCase());
    if (name === undefined) return null;
    current = path.join(current, name);
  }
  return fs.existsSync(current) && fs.statSync(current).isFile() ? current : null;
}
