import { fold, INVISIBLE } from '../text/fold';
import { asciiLabel } from './punycode';

/** A domain name is at most 253 characters, an address 320 (RFC 5321 §4.5.3.1 and RFC 3696 erratum 1690). */
const LONGEST_DOMAIN = 253;
const LONGEST_ADDRESS = 320;

/** A domain that is in the form to compare already, as nearly all are. */
const PLAIN_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * A domain in the one form that domains are compared in: lower case, without white space around it and without a full stop
 * at its end, in ASCII (`xn--`). Null for what is no domain: a single label, an empty one, a character no domain has.
 */
export function comparableDomain(domain: string): string | null {
  if (domain.length > LONGEST_ADDRESS) return null;
  if (PLAIN_DOMAIN.test(domain) && domain.length <= LONGEST_DOMAIN) return domain;
  const folded = fold(domain).split(INVISIBLE).join('').trim().toLowerCase().replace(/[\u3002\uff61]/g, '.').replace(/\.$/, '');
  const labels = folded.split('.');
  if (labels.length < 2) return null;
  const ascii: string[] = [];
  for (const label of labels) {
    const plain = asciiLabel(label);
    if (plain === null || !/^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(plain)) return null;
    ascii.push(plain);
  }
  const joined = ascii.join('.');
  return joined.length > LONGEST_DOMAIN ? null : joined;
}

/** Exchange's own names for a mailbox, which say nothing about where the mail goes. */
const INTERNAL_NAME = /^(?:\/o=|\/ou=|\/cn=|ex:|imceaex-)/i;

/**
 * An SMTP address in the one form that addresses are compared in, such as `jo+trips@oakfield.example`; null for what is
 * none: empty, an Exchange (X.500) name, without `@` or with two, with white space, without a domain. What stands after a
 * plus sign belongs to the address. The part before `@` is compared without case, as every mail system in use does.
 */
export function comparableAddress(address: string): string | null {
  const known = readAddresses.get(address);
  if (known !== undefined) return known;
  const comparable = readAddress(address);
  if (readAddresses.size >= MOST_REMEMBERED) readAddresses.clear();
  if (address.length <= LONGEST_ADDRESS) readAddresses.set(address, comparable);
  return comparable;
}

/** Every recipient is compared with every listed address and domain, so each is read once. */
const readAddresses = new Map<string, string | null>();
const MOST_REMEMBERED = 10_000;

function readAddress(address: string): string | null {
  if (address.length > LONGEST_ADDRESS * 2) return null;
  const bare = fold(address)
    .split(INVISIBLE)
    .join('')
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^(?:smtp|mailto):/i, '')
    .toLowerCase();
  if (bare === '' || bare.length > LONGEST_ADDRESS || INTERNAL_NAME.test(bare)) return null;
  const at = bare.lastIndexOf('@');
  if (at < 1) return null;
  const local = bare.slice(0, at);
  const isQuoted = /^"[^"]+"$/.test(local);
  if (!isQuoted && /[\s@<>()[\],;:\\"]/.test(local)) return null;
  const domain = comparableDomain(bare.slice(at + 1));
  return domain === null ? null : `${local}@${domain}`;
}

/** The domain of an address, as compared; null when it has none. */
export function domainOf(address: string): string | null {
  const comparable = comparableAddress(address);
  return comparable === null ? null : comparable.slice(comparable.lastIndexOf('@') + 1);
}

interface DomainPattern {
  readonly named: string;
  readonly isWild: boolean;
}

/** Patterns come from a policy and are few, but each is compared with every recipient. */
const readPatterns = new Map<string, DomainPattern | null>();

function domainPattern(pattern: string): DomainPattern | null {
  const known = readPatterns.get(pattern);
  if (known !== undefined) return known;
  const trimmed = pattern.trim();
  const isWild = trimmed.startsWith('*.');
  const named = comparableDomain(isWild ? trimmed.slice(2) : trimmed);
  const read = named === null ? null : { named, isWild };
  if (readPatterns.size >= MOST_REMEMBERED) readPatterns.clear();
  readPatterns.set(pattern, read);
  return read;
}

/**
 * True when a domain is the one that the pattern names, or, for a pattern such as `*.police.uk`, one below it, at any depth
 * (`police.uk` itself is not). Always compared from end to end: `evilschool.example` is not `school.example`.
 */
export function matchesDomain(pattern: string, domain: string): boolean {
  const read = domainPattern(pattern);
  if (read === null) return false;
  const compared = comparableDomain(domain);
  if (compared === null) return false;
  return read.isWild ? compared.length > read.named.length + 1 && compared.endsWith(`.${read.named}`) : compared === read.named;
}

/** True when an address is the one that the pattern names, or at the domain (or `*.` domain) that it names. */
export function matchesAddress(pattern: string, address: string): boolean {
  const trimmed = pattern.trim();
  if (trimmed.indexOf('@') > 0) {
    const named = comparableAddress(trimmed);
    return named !== null && named === comparableAddress(address);
  }
  const domain = domainOf(address);
  return domain !== null && matchesDomain(trimmed[0] === '@' ? trimmed.slice(1) : trimmed, domain);
}
