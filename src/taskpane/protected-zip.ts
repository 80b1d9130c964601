/*
 * A zip whose files open only with a password: WinZip's AE-2 (winzip.com/en/support/aes-encryption), AES-256.
 * 7-Zip, WinZip, Keka and The Unarchiver open it; the zip folders of Windows and of macOS may not.
 */
import { aesCbcEncrypt } from '../inspectors/crypto/aes';

/** What a password is stretched with: set by the format, not by us. */
const ITERATIONS = 1000;
const SALT_LENGTH = 16;
const KEY_LENGTH = 32;
const CHECK_LENGTH = 2;
const SEAL_LENGTH = 10;

const METHOD_ENCRYPTED = 99;
const METHOD_STORED = 0;
const VERSION_NEEDED = 51;
/** Bit 0: encrypted. Bit 11: the name is UTF-8. */
const FLAGS = 0x0801;
/** What the encryption itself adds to a file. */
const OVERHEAD = SALT_LENGTH + CHECK_LENGTH + SEAL_LENGTH;

/** Bytes enciphered between two pauses, about 40 ms of work. */
const STRETCH = 1 << 20;

interface Keys {
  readonly cipher: Uint8Array<ArrayBuffer>;
  readonly seal: Uint8Array<ArrayBuffer>;
  readonly check: Uint8Array<ArrayBuffer>;
}

async function keysFor(password: string, salt: Uint8Array<ArrayBuffer>): Promise<Keys> {
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveBits']);
  const length = 2 * KEY_LENGTH + CHECK_LENGTH;
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-1', salt, iterations: ITERATIONS }, secret, length * 8);
  const bytes = new Uint8Array(bits);
  return {
    cipher: bytes.slice(0, KEY_LENGTH),
    seal: bytes.slice(KEY_LENGTH, 2 * KEY_LENGTH),
    check: bytes.slice(2 * KEY_LENGTH),
  };
}

/**
 * Enciphers in counter mode, in place. The counter starts at 1 and its first byte is the least significant; the browser's
 * own AES-CTR counts from the other end, so each counter is enciphered by itself with our AES.
 */
async function encipher(key: Uint8Array, data: Uint8Array, pause: () => Promise<void>): Promise<void> {
  const counter = new Uint8Array(16);
  const zeros = new Uint8Array(16);
  for (let at = 0; at < data.length; at += 16) {
    for (let i = 0; i < 16; i += 1) {
      counter[i] = (counter[i]! + 1) & 255;
      if (counter[i] !== 0) break;
    }
    // One block from a zero vector is the bare cipher.
    const stream = aesCbcEncrypt(key, zeros, counter);
    const end = Math.min(16, data.length - at);
    for (let i = 0; i < end; i += 1) data[at + i] = data[at + i]! ^ stream[i]!;
    if (at > 0 && at % STRETCH === 0) await pause();
  }
}

/** The first 10 bytes of the HMAC-SHA1 of what was enciphered. */
async function sealOf(key: Uint8Array<ArrayBuffer>, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const secret = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', secret, data)).subarray(0, SEAL_LENGTH);
}

type Field = readonly [bytes: 2 | 4, value: number];

/** Little-endian numbers one after another. */
function fields(...list: readonly Field[]): Uint8Array {
  const bytes: number[] = [];
  for (const [length, value] of list) {
    for (let i = 0; i < length; i += 1) bytes.push((value >>> (8 * i)) & 255);
  }
  return Uint8Array.from(bytes);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Extra field 0x9901: version AE-2, vendor "AE", strength 3 (256 bits), the method underneath. */
const EXTRA = joined([fields([2, 0x9901], [2, 7], [2, 2]), Uint8Array.of(0x41, 0x45, 3), fields([2, METHOD_STORED])]);

/** Date and time as DOS keeps them, by this machine's clock: two-second steps from 1980. */
function dosTime(moment: Date): readonly [time: Field, date: Field] {
  const time = (moment.getHours() << 11) | (moment.getMinutes() << 5) | (moment.getSeconds() >> 1);
  const date = (Math.max(0, moment.getFullYear() - 1980) << 9) | ((moment.getMonth() + 1) << 5) | moment.getDate();
  return [
    [2, time],
    [2, date],
  ];
}

export interface ZipOptions {
  readonly now: Date;
  /** Lets the page stay alive between two stretches of work. */
  readonly pause: () => Promise<void>;
}

const waitATurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export interface ZippedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A file as it stands in the zip, and as the directory at its end names it, up to where it stands. */
async function enciphered({ name, content }: ZippedFile, password: string, { now, pause }: ZipOptions): Promise<{ readonly local: Uint8Array; readonly listed: (at: number) => Uint8Array }> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_LENGTH));
  const keys = await keysFor(password, salt);
  const data = new Uint8Array(content);
  await encipher(keys.cipher, data, pause);
  const seal = await sealOf(keys.seal, data);

  const encodedName = new TextEncoder().encode(name);
  const size = data.length + OVERHEAD;
  const common: readonly Field[] = [
    [2, VERSION_NEEDED],
    [2, FLAGS],
    [2, METHOD_ENCRYPTED],
    ...dosTime(now),
    // AE-2 leaves the checksum of the plain file out: it would tell something about it.
    [4, 0],
    [4, size],
    [4, data.length],
    [2, encodedName.length],
    [2, EXTRA.length],
  ];
  return {
    local: joined([fields([4, 0x04034b50], ...common), encodedName, EXTRA, salt, keys.check, data, seal]),
    listed: (at) => joined([fields([4, 0x02014b50], [2, VERSION_NEEDED], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), encodedName, EXTRA]),
  };
}

/**
 * A zip of files, each stored as it is and enciphered. Their names stay readable in it, as in any such zip, so no two may be
 * the same. Takes up to 4 GB and 65,535 files; what can be attached is far less.
 */
export async function protectedZip(files: readonly ZippedFile[], password: string, options: Partial<ZipOptions> = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { now = new Date(), pause = waitATurn } = options;
  const locals: Uint8Array[] = [];
  const listing: Uint8Array[] = [];
  let at = 0;
  for (const file of files) {
    const { local, listed } = await enciphered(file, password, { now, pause });
    locals.push(local);
    listing.push(listed(at));
    at += local.length;
  }
  const directory = joined(listing);
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, directory.length], [4, at], [2, 0]);
  return joined([...locals, directory, end]);
}

/** `register.xlsx`, or `register (2).xlsx` when that is taken: in any letter case, as Windows tells names apart. */
export function freeName(name: string, taken: readonly string[]): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  const lowerCase = taken.map((other) => other.toLowerCase());
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${number})${ending}`;
    if (!lowerCase.includes(candidate.toLowerCase())) return candidate;
  }
}

/** `register.xlsx` → `register.zip`, or `register (2).zip` when the draft has that already. */
export function zipNameFor(name: string, taken: readonly string[]): string {
  return freeName(`${name.replace(/\.[A-Za-z0-9]{1,8}$/, '') || 'attachment'}.zip`, taken);
}
