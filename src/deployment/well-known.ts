/** Where classic Outlook asks which scripts of a host may make requests. */
export const WELL_KNOWN_PATH = '/.well-known/microsoft-officeaddins-allowed.json';

/** The content of that file: exact addresses, of scripts alone. */
export function wellKnownFile(host: string): { readonly allowed: readonly string[] } {
  return { allowed: [`${host}/launchevent.js`] };
}
