export * from './base64';
export * from './decode';
export * from './fold';
export * from './html';
export * from './shorten';
export * from './template';
export * from './thread';
export * from './thread-facts';
