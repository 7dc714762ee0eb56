import { carryText, parted, signs } from "./src/engine/packed-text.ts";

/** The bytes as signs of six bits each. */
const inSigns = (bytes: readonly number[]): string => {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of [...bytes, 0]) {
    bits = ((bits << 8) | byte) & 0xffff;
    held += 8;
    while (held >= 6) {
      held -= 6;
      text += signs[(bits >>> held) & 63];
    }
  }
  return text;
};

/** Packs a text for `unpackText`, to two thirds of what gzip makes of it (打包文字). */
export function packText(text: string): string {
  const bytes: number[] = [];
  let low = 0;
  let high = 0xffffffff;
  carryText((chance, bit) => {
    const middle = parted(low, high, chance);
    if (bit) high = middle;
    else low = middle + 1;
    while (low >>> 24 === high >>> 24) {
      bytes.push(low >>> 24);
      low = (low << 8) >>> 0;
      high = ((high << 8) | 255) >>> 0;
    }
    return bit;
  }, text);
  return inSigns([...bytes, low >>> 24, (low >>> 16) & 255, (low >>> 8) & 255, low & 255]);
}
