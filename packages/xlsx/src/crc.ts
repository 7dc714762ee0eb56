// Eight tables let eight bytes be taken a step, as two words.
const tables = Array.from({ length: 8 }, () => new Int32Array(256));
const [first, second, third, fourth, fifth, sixth, seventh, eighth] = tables as [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
];
for (let byte = 0; byte < 256; byte++) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  first[byte] = rest;
}
for (let byte = 0; byte < 256; byte++) {
  let rest = first[byte] as number;
  for (const table of tables.slice(1)) {
    rest = (rest >>> 8) ^ (first[rest & 255] as number);
    table[byte] = rest;
  }
}

/** The CRC-32 of bytes, as a zip keeps it (校验码). */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  let at = 0;
  // inflated bytes begin at a word; all machines that run JavaScript keep the low byte first
  if (bytes.byteOffset % 4 === 0) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
    const pairs = words.length - 1;
    let word = 0;
    for (; word < pairs; word += 2) {
      const one = crc ^ (words[word] as number);
      const two = words[word + 1] as number;
      crc =
        (eighth[one & 255] as number) ^
        (seventh[(one >>> 8) & 255] as number) ^
        (sixth[(one >>> 16) & 255] as number) ^
        (fifth[one >>> 24] as number) ^
        (fourth[two & 255] as number) ^
        (third[(two >>> 8) & 255] as number) ^
        (second[(two >>> 16) & 255] as number) ^
        (first[two >>> 24] as number);
    }
    at = word * 4;
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ (first[(crc ^ (bytes[at] as number)) & 255] as number);
  return ~crc >>> 0;
}
