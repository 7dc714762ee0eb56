import { inflateExactly } from "./bounded-inflate.ts";
import { crc32 } from "./crc.ts";
import type { ReadLimits } from "./limits.ts";
import { damaged, tooLarge, Unreadable } from "./unreadable.ts";
import { decodeUtf8 } from "./xml-text.ts";

/** One entry of a zip's central directory. All offsets count from the beginning of the file. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header begins. */
  readonly local: number;
  /** Where the record in the central directory begins and ends. */
  readonly record: number;
  readonly recordEnd: number;
}

/** The entries of a zip in the order of its directory, and where the directory lies (压缩包目录). */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  readonly start: number;
  /** Where the end-of-directory record begins. */
  readonly end: number;
  readonly zip64: boolean;
}

const localSignature = 0x04034b50;
const recordSignature = 0x02014b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;

/** The central directory of a zip. The local headers are not trusted: sizes behind data descriptors are 0 there. */
export function zipDirectory(bytes: Uint8Array, limits: ReadLimits): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  let count = view.getUint16(end + 10, true);
  let start = view.getUint32(end + 16, true);
  const zip64 = count === 0xffff || start === 0xffffffff;
  if (zip64) {
    const locator = end - 20;
    if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) damaged("zip64");
    const end64 = bigOffset(view, locator + 8);
    if (end64 + 56 > bytes.length || view.getUint32(end64, true) !== end64Signature) damaged("zip64");
    count = bigOffset(view, end64 + 32);
    start = bigOffset(view, end64 + 48);
  }
  if (count > limits.entries) tooLarge(`zip: ${count} > ${limits.entries}`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== recordSignature) damaged("zip directory");
    const entry = readRecord(bytes, view, at);
    if (entry.recordEnd > end) damaged("zip directory");
    entries.push(entry);
    at = entry.recordEnd;
  }
  return { entries, start, end, zip64 };
}

/** The end record stands last but for a comment of at most 65,535 bytes. */
function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === endSignature) return at;
  return damaged("zip end");
}

function bigOffset(view: DataView, at: number): number {
  const high = view.getUint32(at + 4, true);
  if (high > 0x1fffff) damaged("zip64");
  return high * 0x1_0000_0000 + view.getUint32(at, true);
}

function readRecord(bytes: Uint8Array, view: DataView, record: number): ZipEntry {
  const nameLength = view.getUint16(record + 28, true);
  const extraLength = view.getUint16(record + 30, true);
  const nameEnd = record + 46 + nameLength;
  const recordEnd = nameEnd + extraLength + view.getUint16(record + 32, true);
  if (recordEnd > bytes.length) damaged("zip directory");
  let packedSize = view.getUint32(record + 20, true);
  let size = view.getUint32(record + 24, true);
  let local = view.getUint32(record + 42, true);
  // zip64 keeps the numbers that do not fit in an extra field, in this order and only where the short one is full
  for (let at = nameEnd; at + 4 <= nameEnd + extraLength; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      const fieldEnd = Math.min(field + length, nameEnd + extraLength);
      const next = (): number => {
        if (field + 8 > fieldEnd) damaged("zip64");
        field += 8;
        return bigOffset(view, field - 8);
      };
      if (size === 0xffffffff) size = next();
      if (packedSize === 0xffffffff) packedSize = next();
      if (local === 0xffffffff) local = next();
    }
    at += 4 + length;
  }
  return {
    name: decodeUtf8(bytes, record + 46, nameEnd),
    method: view.getUint16(record + 10, true),
    flags: view.getUint16(record + 8, true),
    crc: view.getUint32(record + 16, true),
    packedSize,
    size,
    local,
    record,
    recordEnd,
  };
}

/** Where the entry's data begins, behind its local header. */
export function dataStart(bytes: Uint8Array, entry: ZipEntry): number {
  const { local, name } = entry;
  if (local + 30 > bytes.length) damaged(name);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(local, true) !== localSignature) damaged(name);
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

/**
 * The inflated bytes of an entry. A flipped byte is told by the checksum: a sheet that reads but is not what was
 * written would give a wrong total.
 */
export function extract(bytes: Uint8Array, entry: ZipEntry, limits: ReadLimits): Uint8Array {
  const { name, method, packedSize, size } = entry;
  if (entry.flags & 1) throw new Unreadable("encrypted", name);
  if (size > limits.partBytes) tooLarge(`${name}: ${size} > ${limits.partBytes}`);
  const start = dataStart(bytes, entry);
  const end = start + packedSize;
  if (end > bytes.length) damaged(name);
  let data: Uint8Array;
  if (method === 0) {
    if (size !== packedSize) damaged(name);
    data = bytes.subarray(start, end);
  } else if (method === 8) {
    // deflate packs at most 1,032 to 1: a larger claim is a lie that would only cost memory
    if (size > packedSize * 1032 + 1032) damaged(name);
    // nor does it swell: even a writer that flushes after each cell stays below twice the size
    if (packedSize > size * 2 + 1024) damaged(name);
    data = inflateEntry(bytes.subarray(start, end), entry);
  } else damaged(`${name}: zip method ${method}`);
  if (crc32(data) !== entry.crc) damaged(`${name}: CRC`);
  return data;
}

function inflateEntry(packed: Uint8Array, { name, size }: ZipEntry): Uint8Array {
  try {
    return inflateExactly(packed, size);
  } catch {
    return damaged(`${name}: deflate`);
  }
}
