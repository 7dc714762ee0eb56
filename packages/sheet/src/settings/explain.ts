import type { Finding } from "@taizhang/finding";
import type { SheetReading } from "../table.ts";
import { findingKeys } from "./finding-key.ts";
import type { Explanation, Settings } from "./settings.ts";

/**
 * The settings with one more explanation: of B and C 说明, of A 放行 (needs `by`), of D 忽略 (说明问题). It replaces an
 * earlier one of the same finding, and lapses when the row's value changes.
 * @example explain(settings, found, readings, { reason: "含城区整合项目", by: "王某", day: "2016-10-25" })
 */
export function explain(
  settings: Settings,
  found: Finding,
  readings: readonly SheetReading[],
  said: Pick<Explanation, "reason" | "by" | "day">,
): Settings {
  const explanation: Explanation = { ...findingKeys(readings)(found), ...said };
  const { code, row, value, sheet, column, period } = explanation;
  return {
    ...settings,
    explanations: [
      ...settings.explanations.filter(
        (one) =>
          one.code !== code ||
          one.row !== row ||
          one.value !== value ||
          one.sheet !== sheet ||
          one.column !== column ||
          one.period !== period,
      ),
      explanation,
    ],
  };
}
