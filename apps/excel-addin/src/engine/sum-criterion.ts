import type { CellValue } from "@taizhang/grid";

const numeric = /^-?\d+(?:\.\d+)?$/;

/**
 * Whether a cell meets the criterion of a SUMIF; undefined for criteria whose reading is not certain: wildcards, errors
 * (条件). @example meets(12, ">10") // true
 */
export function meets(value: CellValue, criterion: CellValue): boolean | undefined {
  if (typeof criterion === "number") return sameNumber(value, criterion);
  if (typeof criterion !== "string" || /[*?~]/.test(criterion)) return undefined;
  const [, sign = "", rest = ""] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(criterion) ?? [];
  if (rest === "") return undefined;
  const isNumber = numeric.test(rest);
  if (sign === "" || sign === "=") return isNumber ? sameNumber(value, Number(rest)) : sameText(value, rest);
  if (sign === "<>") return isNumber ? !sameNumber(value, Number(rest)) : !sameText(value, rest);
  if (!isNumber) return undefined;
  if (typeof value !== "number") return false;
  const limit = Number(rest);
  return sign === "<"
    ? value < limit
    : sign === "<="
      ? value <= limit
      : sign === ">"
        ? value > limit
        : value >= limit;
}

/** Excel takes a text that reads as the number for the number here. */
const sameNumber = (value: CellValue, number: number): boolean =>
  typeof value === "string" ? numeric.test(value.trim()) && Number(value) === number : value === number;

const sameText = (value: CellValue, text: string): boolean =>
  typeof value === "string" && value.toLowerCase() === text.toLowerCase();
