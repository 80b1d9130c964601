/*
 * The native dispatcher takes some calls with positional values and the rest as one JSON text; both end in a JSON text
 * with extra members. This is the table of the positional ones, read in the npm library, turned back into the named
 * parameters of the web wire so that one dispatch table serves both.
 */
const POSITIONAL: Readonly<Record<number, readonly string[]>> = {
  4: ['customProperties'],
  5: ['body'],
  13: ['data', 'coercionType'],
  15: ['recipientField'],
  16: ['uri', 'name', 'isInline'],
  17: ['subject'],
  19: ['itemId', 'name'],
  20: ['attachmentIndex'],
  21: ['recipientField', 'recipientArray'],
  22: ['recipientField', 'recipientArray'],
  23: ['data', 'coercionType'],
  24: ['TimeProperty'],
  25: ['TimeProperty', 'time'],
  27: ['location'],
  28: ['coercionType'],
  29: ['data', 'coercionType'],
  33: ['key', 'type', 'persistent', 'message', 'icon'],
  35: ['key', 'type', 'persistent', 'message', 'icon'],
  36: ['key'],
  37: ['coercionType'],
  38: ['data', 'coercionType'],
  148: ['base64String', 'name', 'isInline'],
};

type Named = Readonly<Record<string, unknown>>;

function extraMembers(value: unknown): Named {
  if (typeof value !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Named) : {};
  } catch {
    return {};
  }
}

/** Recipients arrive as pairs of address and name. */
function namedPeople(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry: unknown) => (Array.isArray(entry) ? { address: String(entry[0]), name: String(entry[1]) } : entry));
}

/** The parameters of a native call under the names of the web wire. `itemNumber` is what the library believes to show. */
export function namedParams(dispatchId: number, given: unknown): { readonly params: Named; readonly itemNumber: number | null } {
  const values = Array.isArray(given) ? (given as readonly unknown[]) : [];
  const names = POSITIONAL[dispatchId] ?? [];
  const extra = extraMembers(values[names.length]);
  const { itemNumber, ...rest } = extra;
  const params: Record<string, unknown> = { ...rest };
  for (const [index, name] of names.entries()) params[name] = name === 'recipientArray' ? namedPeople(values[index]) : values[index];
  if (dispatchId === 4 && typeof params.customProperties === 'string') params.customProperties = JSON.parse(params.customProperties) as unknown;
  return { params, itemNumber: itemNumber === undefined ? null : Number(itemNumber) };
}
