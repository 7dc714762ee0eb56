// TextDecoder belongs to every browser and to Node, but not to TypeScript's ECMAScript library. One decoder serves
// all calls; `ignoreBOM: false` drops a byte order mark.
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const utf8 = new TextDecoder("utf-8");
const encoder = new TextEncoder();

/** The text of UTF-8 bytes. Short plain ones skip the decoder, whose call costs more than the text. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 24) return utf8.decode(bytes.subarray(start, end));
  let text = "";
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte > 127) return utf8.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** UTF-8 bytes of a text. */
export const encodeUtf8 = (text: string): Uint8Array => encoder.encode(text);

/**
 * The part in UTF-8 without a byte order mark. Nearly every file is UTF-8; a few old programs write UTF-16, or
 * GBK with an encoding in the first line.
 */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
  if ((first === 0xff && second === 0xfe) || (first === 60 && second === 0))
    return encoder.encode(new TextDecoder("utf-16le").decode(bytes));
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 60))
    return encoder.encode(new TextDecoder("utf-16be").decode(bytes));
  if (first !== 60 || second !== 63) return bytes; // no "<?"
  const declaration = decodeUtf8(bytes, 0, Math.min(bytes.indexOf(62) + 1, 200));
  const label = /\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(declaration)?.[1]?.toLowerCase();
  if (!label || label === "utf-8" || label === "utf8" || label === "us-ascii" || label.startsWith("utf-16"))
    return bytes;
  try {
    return encoder.encode(new TextDecoder(label).decode(bytes));
  } catch {
    return bytes; // an encoding that nobody knows
  }
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text of XML with its entities, line ends and character references read; unknown entities stay as they are. */
export function unescapeXml(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!lines.includes("&")) return lines;
  return lines.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g,
    (whole, decimal, hex, name) => {
      if (name) return Object.hasOwn(named, name) ? (named[name] as string) : whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Text of a cell: XML unescaped, and `_xHHHH_`, by which Excel writes what XML may not hold. */
export function cellText(text: string): string {
  const plain = unescapeXml(text);
  return plain.includes("_x") ? plain.replace(/_x([\da-fA-F]{4})_/g, hexCharacter) : plain;
}

const hexCharacter = (_whole: string, hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));

// what XML may not hold (control characters, halves of a pair), line ends that it would change, and what looks like an escape
const illegal = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]|_(?=x[\da-fA-F]{4}_)/gu;

/** Markup characters escaped, for element text and attributes. */
export const escapeXml = (text: string): string =>
  /[&<>"]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
    : text;

/** Text of a cell as it stands in XML: escaped, and what XML may not hold as `_xHHHH_`. */
export const escapeCellText = (text: string): string =>
  escapeXml(
    text.replace(
      illegal,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    ),
  );
