import { cellPlace, type Edit } from "@taizhang/grid";
import { strToU8, Zip, ZipDeflate } from "fflate";
import { expect, test } from "vitest";
import { handWrittenParts, oneSheet } from "./hand-written.ts";
import { editWorkbook, readWorkbook } from "./index.ts";
import { defaultLimits } from "./limits.ts";
import { zipDirectory } from "./zip-directory.ts";

const book = { sheets: { 表: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' } };
const toTwo: Edit = {
  kind: "setCell",
  at: cellPlace("a", "表", "A1"),
  before: { value: 1 },
  after: { value: 2 },
};

/** A zip written as a stream: sizes stand behind the data, and 0 in the local headers. */
function streamed(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_error, chunk) => chunks.push(chunk));
  for (const [name, part] of Object.entries(handWrittenParts(book))) {
    const file = new ZipDeflate(name);
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    file.push(strToU8(part as string), true);
  }
  zip.end();
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
}

/** The zip with all its numbers in zip64 fields and a zip64 end, as writers do that do not know sizes beforehand. */
function zip64(bytes: Uint8Array): Uint8Array {
  const { entries, start } = zipDirectory(bytes, defaultLimits);
  const out: number[] = [...bytes.subarray(0, start)];
  const number = (value: number, size: number): number[] =>
    Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** at) % 256);
  for (const entry of entries) {
    const record = bytes.slice(entry.record, entry.recordEnd);
    const view = new DataView(record.buffer);
    for (const at of [20, 24, 42]) view.setUint32(at, 0xffffffff, true);
    view.setUint16(30, 28, true);
    const extra = [
      ...number(1, 2),
      ...number(24, 2),
      ...number(entry.size, 8),
      ...number(entry.packedSize, 8),
      ...number(entry.local, 8),
    ];
    out.push(...record, ...extra);
  }
  const size = out.length - start;
  const end64 = out.length;
  out.push(...number(0x06064b50, 4), ...number(44, 8), ...number(45, 2), ...number(45, 2), ...number(0, 8));
  out.push(
    ...number(entries.length, 8),
    ...number(entries.length, 8),
    ...number(size, 8),
    ...number(start, 8),
  );
  out.push(...number(0x07064b50, 4), ...number(0, 4), ...number(end64, 8), ...number(1, 4));
  out.push(
    ...number(0x06054b50, 4),
    ...number(0, 4),
    255,
    255,
    255,
    255,
    ...number(0xffffffff, 4),
    ...number(0xffffffff, 4),
  );
  return Uint8Array.from([...out, ...number(3, 2), 33, 33, 33]); // and a comment
}

const plain = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>');

test.each<[string, Uint8Array]>([
  ["a plain zip", plain],
  ["sizes behind the data", streamed()],
  ["zip64", zip64(plain)],
  ["bytes before the zip's end are a comment", Uint8Array.from([...plain.subarray(0, -2), 2, 0, 80, 75])],
])("is read, edited and read again: %s", (_name, bytes) => {
  expect(readWorkbook(bytes, { file: "a" }).value?.sheets[0]?.rows).toEqual([[1]]);
  const { value, findings } = editWorkbook(bytes, [toTwo]);
  expect(findings).toEqual([]);
  expect(readWorkbook(value as Uint8Array, { file: "a" })).toMatchObject({
    findings: [],
    value: { sheets: [{ rows: [[2]] }] },
  });
  const again = editWorkbook(value as Uint8Array, [
    { ...toTwo, before: { value: 2 }, after: { value: 3 } } as Edit,
  ]);
  expect(readWorkbook(again.value as Uint8Array, { file: "a" }).value?.sheets[0]?.rows).toEqual([[3]]);
});
