import type { Chosen } from './problem';

// Microsoft takes three or four parts of at most five digits.
const VERSION = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2,3}$/;

function partsOf(version: string): readonly number[] {
  return [0, 1, 2, 3].map((index) => Number(version.split('.')[index] ?? 0));
}

/** Negative when `a` is the older one, 0 when they are the same. */
export function compareVersions(a: string, b: string): number {
  const others = partsOf(b);
  return partsOf(a).map((part, index) => part - (others[index] as number)).find((difference) => difference !== 0) ?? 0;
}

export function readVersion(typed: string, earlier: string | null): Chosen<string> {
  const version = typed.trim();
  if (!VERSION.test(version)) return { problem: `“${typed}” is not a version. Write three or four numbers of at most five digits, without leading zeros, such as 1.0.0.0.` };
  if (earlier !== null && compareVersions(version, earlier) < 0) {
    return { problem: `Version ${version} is older than ${earlier}, which is there already. Outlook takes up a manifest only when its version rises.` };
  }
  return { value: version.split('.').length === 3 ? `${version}.0` : version };
}

/** Heed's own version with a fourth part, or one more than the manifest that is replaced: Outlook takes up no other. */
export function nextVersion(product: string, earlier: string | null): string {
  const own = `${product.split('-')[0] ?? product}.0`;
  if (earlier === null || compareVersions(own, earlier) > 0) return own;
  const [major = 0, minor = 0, patch = 0, revision = 0] = partsOf(earlier);
  return [major, minor, patch, revision + 1].join('.');
}
