// Fluent UI asks a CDN for Segoe UI as soon as it is loaded, unless it is told before that there is nothing to ask for.
(window as { FabricConfig?: { fontBaseUrl?: string } }).FabricConfig = { fontBaseUrl: '' };

export {};
