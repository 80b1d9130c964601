import net from 'node:net';

/** A test that opens a socket off this machine fails. */
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function refuseOtherMachines(this: net.Socket, ...args: unknown[]): net.Socket {
  const first = (Array.isArray(args[0]) ? args[0][0] : args[0]) as { host?: string; path?: string } | number | string;
  const host = typeof first === 'object' ? first.host : typeof args[1] === 'string' ? args[1] : undefined;
  const isLocal =
    (typeof first === 'object' && first.path !== undefined) ||
    typeof first === 'string' ||
    host === undefined ||
    host === 'localhost' ||
    host.startsWith('127.') ||
    host === '::1';
  if (!isLocal) throw new Error(`This test opened a connection to ${host}. Tests stay on this machine.`);
  return (connect as (...values: unknown[]) => net.Socket).apply(this, args);
};
