import { deflateSync } from "fflate";
import { crc32 } from "./crc.ts";
import { damaged } from "./unreadable.ts";
import { dataStart, type ZipDirectory, type ZipEntry } from "./zip-directory.ts";

/**
 * The zip with some entries replaced and some left out; every other entry, with its header, extra fields, packed
 * bytes and place in the file, is copied as it is (改压缩包).
 */
export function patchZip(
  bytes: Uint8Array,
  directory: ZipDirectory,
  replaced: ReadonlyMap<ZipEntry, Uint8Array>,
  removed: ReadonlySet<ZipEntry>,
): Uint8Array {
  const inFile = [...directory.entries].sort((one, other) => one.local - other.local);
  const chunks: Uint8Array[] = [bytes.subarray(0, inFile[0]?.local ?? directory.start)];
  let length = chunks[0]?.length ?? 0;
  const push = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const moved = new Map<ZipEntry, { local: number; packed?: Packed }>();
  for (const [at, entry] of inFile.entries()) {
    const end = inFile[at + 1]?.local ?? directory.start;
    if (end <= entry.local || dataStart(bytes, entry) + entry.packedSize > end) damaged(entry.name);
    if (removed.has(entry)) continue;
    const data = replaced.get(entry);
    if (!data) {
      moved.set(entry, { local: length });
      push(bytes.subarray(entry.local, end));
      continue;
    }
    const packed: Packed = { data: deflateSync(data, { level: 6 }), size: data.length, crc: crc32(data) };
    moved.set(entry, { local: length, packed });
    push(localHeader(bytes, entry, packed));
    push(packed.data);
  }
  const start = length;
  for (const entry of directory.entries) {
    const to = moved.get(entry);
    if (to) push(directoryRecord(bytes, entry, to.local, to.packed));
  }
  const recordsEnd = directory.entries.reduce(
    (most, { recordEnd }) => Math.max(most, recordEnd),
    directory.start,
  );
  push(ending(bytes, directory, recordsEnd, start, length - start, moved.size, length));
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

interface Packed {
  readonly data: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The entry's local header with the new numbers; sizes stand in it, so there is no descriptor behind the data. */
function localHeader(bytes: Uint8Array, entry: ZipEntry, packed: Packed): Uint8Array {
  const old = bytes.subarray(entry.local, dataStart(bytes, entry));
  const nameEnd = 30 + viewOf(old).getUint16(26, true);
  const extra = withoutZip64(old.subarray(nameEnd));
  const header = new Uint8Array(nameEnd + extra.length);
  header.set(old.subarray(0, nameEnd));
  header.set(extra, nameEnd);
  const view = viewOf(header);
  view.setUint16(6, view.getUint16(6, true) & ~8, true);
  view.setUint16(8, 8, true);
  view.setUint32(14, packed.crc, true);
  view.setUint32(18, packed.data.length, true);
  view.setUint32(22, packed.size, true);
  view.setUint16(28, extra.length, true);
  return header;
}

/** The entry's directory record at its new place, and with new numbers if its data is new. */
function directoryRecord(
  bytes: Uint8Array,
  entry: ZipEntry,
  local: number,
  packed: Packed | undefined,
): Uint8Array {
  const old = bytes.subarray(entry.record, entry.recordEnd);
  const oldView = viewOf(old);
  const nameEnd = 46 + oldView.getUint16(28, true);
  const extraEnd = nameEnd + oldView.getUint16(30, true);
  if (!packed) {
    const record = old.slice();
    const view = viewOf(record);
    if (view.getUint32(42, true) !== 0xffffffff) view.setUint32(42, local, true);
    else setBigOffset(view, nameEnd, extraEnd, local);
    return record;
  }
  const extra = withoutZip64(old.subarray(nameEnd, extraEnd));
  const record = new Uint8Array(old.length - (extraEnd - nameEnd) + extra.length);
  record.set(old.subarray(0, nameEnd));
  record.set(extra, nameEnd);
  record.set(old.subarray(extraEnd), nameEnd + extra.length);
  const view = viewOf(record);
  view.setUint16(8, view.getUint16(8, true) & ~8, true);
  view.setUint16(10, 8, true);
  view.setUint32(16, packed.crc, true);
  view.setUint32(20, packed.data.length, true);
  view.setUint32(24, packed.size, true);
  view.setUint16(30, extra.length, true);
  view.setUint32(42, local, true);
  return record;
}

/** Extra fields without the zip64 one, whose numbers now stand in the header itself. */
function withoutZip64(extra: Uint8Array): Uint8Array {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && end <= extra.length) {
      const rest = new Uint8Array(extra.length - (end - at));
      rest.set(extra.subarray(0, at));
      rest.set(extra.subarray(end), at);
      return rest;
    }
    at = end;
  }
  return extra;
}

/** Writes the offset that a record keeps in its zip64 field, behind the sizes that it keeps there too. */
function setBigOffset(view: DataView, from: number, to: number, local: number): void {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    if (view.getUint32(24, true) === 0xffffffff) field += 8;
    if (view.getUint32(20, true) === 0xffffffff) field += 8;
    if (field + 8 <= to) view.setBigUint64(field, BigInt(local), true);
  }
}

/** What stands behind the records, with the directory's new place, size and count. */
function ending(
  bytes: Uint8Array,
  { end, zip64 }: ZipDirectory,
  from: number,
  start: number,
  size: number,
  count: number,
  newFrom: number,
): Uint8Array {
  const tail = bytes.slice(from);
  const view = viewOf(tail);
  const at = end - from;
  if (view.getUint16(at + 8, true) !== 0xffff) view.setUint16(at + 8, count, true);
  if (view.getUint16(at + 10, true) !== 0xffff) view.setUint16(at + 10, count, true);
  if (view.getUint32(at + 12, true) !== 0xffffffff) view.setUint32(at + 12, size, true);
  if (view.getUint32(at + 16, true) !== 0xffffffff) view.setUint32(at + 16, start, true);
  if (zip64) {
    const locator = at - 20;
    const end64 = Number(view.getBigUint64(locator + 8, true)) - from;
    if (end64 < 0) damaged("zip64");
    view.setBigUint64(end64 + 24, BigInt(count), true);
    view.setBigUint64(end64 + 32, BigInt(count), true);
    view.setBigUint64(end64 + 40, BigInt(size), true);
    view.setBigUint64(end64 + 48, BigInt(start), true);
    view.setBigUint64(locator + 8, BigInt(newFrom + end64), true);
  }
  return tail;
}
