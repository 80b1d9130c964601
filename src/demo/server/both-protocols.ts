import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type https from 'node:https';
import net from 'node:net';
import type { Socket } from 'node:net';

/** The first byte of every TLS connection: a handshake record (RFC 8446, section 5.1). */
const TLS_HANDSHAKE = 22;

/**
 * One port for an https server and for those who typed http, whom `answerPlain` answers. Listen on what is returned;
 * `closeAll` ends every connection.
 */
export function withPlainHttp(secure: https.Server, answerPlain: (request: IncomingMessage, response: ServerResponse) => void): net.Server & { closeAll(): void } {
  const plain = http.createServer(answerPlain);
  const open = new Set<Socket>();
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A browser that goes away meanwhile is no fault.
    socket.on('error', () => socket.destroy());
    socket.once('data', (chunk: Buffer) => {
      socket.pause();
      socket.unshift(chunk);
      (chunk[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  return Object.assign(server, {
    closeAll: () => {
      for (const socket of open) socket.destroy();
    },
  });
}
