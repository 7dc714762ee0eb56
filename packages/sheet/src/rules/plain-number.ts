import { type Decimal, halfWidth, parseDecimal } from "@taizhang/quantity";

const written = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/**
 * The number that a text writes in digits alone, or undefined (文本数字): separators, spaces around it and full-width
 * digits may stand; two numbers with a space between them, codes with leading zeros and more than 15 digits, which a number cell would change, are none.
 * @example plainNumber("１，２５５") // "1255"
 */
export function plainNumber(text: string): Decimal | undefined {
  if (text.length > 40) return undefined;
  const plain = halfWidth(text).replace(/^[\s\u00a0']+|[\s\u00a0']+$/g, "");
  if (!written.test(plain) || /^[+-]?0\d/.test(plain)) return undefined;
  const digits = plain.replaceAll(",", "");
  return digits.replace(/\D/g, "").length > 15 ? undefined : parseDecimal(digits.replace(/^\+/, ""));
}
