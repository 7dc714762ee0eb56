import type { LayoutCell } from "@taizhang/grid";

/** A number cell grouped by thousands with its own number of places (数字单元格). */
export const numberCell = (
  value: number,
  places: number,
  style: LayoutCell["style"] = "number",
): LayoutCell => ({
  value,
  format: places > 0 ? `#,##0.${"0".repeat(Math.min(places, 10))}` : "#,##0",
  style,
});
