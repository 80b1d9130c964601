import { deflateRawSync } from 'node:zlib';

/** A file of a zip made by hand: whatever is set differently from the truth is a lie that the zip tells. */
export interface ZipPart {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** 8 deflates (the default), 0 stores; any other number is written with the data as it is. */
  readonly method?: number;
  readonly flags?: number;
  /** Flags, method and name in the header beside the data, when they differ from the directory's. */
  readonly localFlags?: number;
  readonly localName?: string;
  readonly declaredSize?: number;
  readonly declaredPackedSize?: number;
  /** Bytes of the directory's extra field. */
  readonly extra?: Uint8Array;
  /** Data that is packed already. */
  readonly packed?: Uint8Array;
  /** Writes no header and no data of its own: the directory points at the part of this name. */
  readonly sharesDataOf?: string;
}

export interface ZipOptions {
  /** Leaves out the directory and its end. */
  readonly withoutDirectory?: boolean;
  readonly prefix?: Uint8Array;
}

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}

export function buildZip(parts: readonly ZipPart[], options: ZipOptions = {}): Uint8Array {
  const pieces: Buffer[] = [];
  const central: Buffer[] = [];
  const places = new Map<string, { offset: number; packedSize: number; size: number }>();
  let offset = 0;
  const add = (piece: Buffer): void => {
    pieces.push(piece);
    offset += piece.length;
  };
  if (options.prefix !== undefined) add(Buffer.from(options.prefix));
  for (const part of parts) {
    const data = Buffer.from(typeof part.data === 'string' ? bytesOf(part.data) : part.data);
    const method = part.method ?? 8;
    const packed = part.packed !== undefined ? Buffer.from(part.packed) : method === 8 ? deflateRawSync(data) : data;
    const shared = part.sharesDataOf === undefined ? undefined : places.get(part.sharesDataOf);
    const place = shared ?? { offset, packedSize: packed.length, size: data.length };
    places.set(part.name, place);
    const name = Buffer.from(part.name);
    const localName = Buffer.from(part.localName ?? part.name);
    const size = part.declaredSize ?? place.size;
    const packedSize = part.declaredPackedSize ?? place.packedSize;
    if (shared === undefined) {
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(20, 4);
      header.writeUInt16LE(part.localFlags ?? part.flags ?? 0, 6);
      header.writeUInt16LE(method, 8);
      header.writeUInt32LE(packedSize, 18);
      header.writeUInt32LE(size, 22);
      header.writeUInt16LE(localName.length, 26);
      add(header);
      add(localName);
      add(packed);
    }
    const extra = Buffer.from(part.extra ?? new Uint8Array(0));
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 4);
    record.writeUInt16LE(20, 6);
    record.writeUInt16LE(part.flags ?? 0, 8);
    record.writeUInt16LE(method, 10);
    record.writeUInt32LE(packedSize, 20);
    record.writeUInt32LE(size, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt32LE(place.offset - (options.prefix?.length ?? 0), 42);
    central.push(record, name, extra);
  }
  if (options.withoutDirectory === true) return new Uint8Array(Buffer.concat(pieces));
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length & 0xffff, 8);
  end.writeUInt16LE(parts.length & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset - (options.prefix?.length ?? 0), 16);
  return new Uint8Array(Buffer.concat([...pieces, directory, end]));
}
