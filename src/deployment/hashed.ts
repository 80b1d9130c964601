/** Files that are named for what is in them, and so never change: `taskpane.3f2a9c1e07.js`. */
export const HASHED = '\\.[0-9a-f]{8,32}\\.(?:js|css|woff2)$';
