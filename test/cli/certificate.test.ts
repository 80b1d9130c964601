import https from 'node:https';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import { X509Certificate } from 'node:crypto';
import { certificateEnd, certificateFinding } from '../../src/cli/certificate';
import { certificate } from '../deployment/nginx';

const NOW = Date.parse('2026-11-27T09:00:00Z');
const inDays = (days: number): number => NOW + days * 86_400_000;

test('the end of a certificate is the one that the host shows, whoever vouches for it', async () => {
  const { cert, key } = await certificate();
  const server = https.createServer({ cert, key }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    expect(await certificateEnd(`https://localhost:${(server.address() as AddressInfo).port}`)).toBe(Date.parse(new X509Certificate(cert).validTo));
  } finally {
    server.close();
  }
});

test('a host that speaks no https has none', async () => {
  const server = net.createServer((socket) => socket.end('hello')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  expect(await certificateEnd(`https://localhost:${(server.address() as AddressInfo).port}`)).toBeNull();
  server.close();
});

test.each<[number, boolean, string]>([
  [14, false, 'its certificate is good until 11 December 2026.'],
  [13.9, true, 'its certificate ends in 13 days, on 11 December 2026. Put a new one on the web server: without it no Outlook loads Heed.'],
  [1, true, 'its certificate ends tomorrow, on 28 November 2026. Put a new one on the web server: without it no Outlook loads Heed.'],
  [0.2, true, 'its certificate ends today, on 27 November 2026. Put a new one on the web server: without it no Outlook loads Heed.'],
  [-3, true, 'its certificate has ended, on 24 November 2026. Put a new one on the web server: without it no Outlook loads Heed.'],
])('%d days before its end', (days, isProblem, message) => {
  expect(certificateFinding(inDays(days), NOW)).toEqual({ isProblem, message });
});
