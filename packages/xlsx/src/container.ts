import type { UnreadableKind } from "@taizhang/finding";
import { decodeUtf8 } from "./xml-text.ts";

/** Why bytes that should be a workbook are no zip, from how they begin; undefined for a zip (文件类型). */
export function notZip(bytes: Uint8Array): { kind: UnreadableKind; detail: string } | undefined {
  if (bytes.length === 0) return { kind: "damaged", detail: "0 B" };
  const begins = (...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte);
  if (begins(0x50, 0x4b, 3, 4) || begins(0x50, 0x4b, 5, 6)) return undefined;
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return { kind: compoundKind(bytes), detail: "OLE2" };
  // Excel before 97 wrote its records without a container
  if (bytes[0] === 9 && (bytes[1] === 0 || bytes[1] === 2 || bytes[1] === 4 || bytes[1] === 8))
    return { kind: "legacy", detail: "BIFF" };
  const beginning = decodeUtf8(bytes, 0, Math.min(bytes.length, 4096));
  if (beginning.includes("urn:schemas-microsoft-com:office:spreadsheet"))
    return { kind: "legacy", detail: "XML 2003" };
  return { kind: "notWorkbook", detail: "" };
}

/**
 * An OLE2 file is an encrypted .xlsx, another program's document, or an old workbook, by the names in its directory.
 * One without a legible directory is most likely an old workbook as well, and saving it anew is the right advice.
 */
function compoundKind(bytes: Uint8Array): UnreadableKind {
  let kind: UnreadableKind = "legacy";
  // directory records are 128 bytes long and aligned so; a name is UTF-16 with its length behind it
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = ((bytes[at + 65] as number) << 8) | (bytes[at + 64] as number);
    if (length < 4 || length > 64 || (bytes[at + 66] !== 1 && bytes[at + 66] !== 2)) continue;
    let name = "";
    for (let letter = at; letter < at + length - 2; letter += 2)
      name += String.fromCharCode(bytes[letter] as number);
    if (name === "EncryptedPackage") return "encrypted";
    if (name === "Workbook" || name === "Book") return "legacy";
    if (name === "WordDocument" || name === "PowerPoint Document") kind = "notWorkbook";
  }
  return kind;
}
