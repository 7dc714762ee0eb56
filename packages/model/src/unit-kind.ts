import type { IndicatorWords } from "./indicator-words.ts";

/**
 * What a unit says about adding: `ratio` (% 倍 元/人), `capacity` (吨/日), `scale` (分 ℃ 级), `duration` (天),
 * `adds` (人 万元 公里), `yuan` (plain 元, which may be a standard a head), `none` (empty), `other` (not in the data).
 */
export type UnitKind = "ratio" | "capacity" | "scale" | "duration" | "adds" | "yuan" | "none" | "other";

/** The kind of a printed unit (单位类别). @example unitKind("万元", words) // "adds" */
export function unitKind(printed: string, { units }: IndicatorWords): UnitKind {
  const unit = printed.normalize("NFKC").replace(/[\s()（）]/gu, "");
  if (unit === "") return "none";
  if (units.ratio.includes(unit)) return "ratio";
  const over = /^(.+?)(?:\/|／|每)(.+)$/u.exec(unit);
  // 万吨/日 is what a plant can do and adds; 元/月 is what one person gets.
  if (over) return units.capacity.includes(over[2] ?? "") && !over[1]?.endsWith("元") ? "capacity" : "ratio";
  if (units.duration.includes(unit)) return "duration";
  if (units.scale.includes(unit)) return "scale";
  if (unit === "元") return "yuan";
  const base = /^[十百千万亿]+(.+)$/u.exec(unit)?.[1];
  if (units.adds.includes(unit) || (base !== undefined && units.adds.includes(base))) return "adds";
  return /^[万亿]$/u.test(unit) ? "adds" : "other";
}
