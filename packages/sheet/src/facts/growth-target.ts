import type { ObservationFact } from "@taizhang/kpi";
import { type Indicator, inferIndicator } from "@taizhang/model";
import type { Cell, Entry } from "../entry.ts";
import { readAmount } from "../read/amount.ts";
import { isOtherGrowth } from "../read/other-growth.ts";
import type { About, Row } from "./about.ts";
import { reportOfCell } from "./report-of-cell.ts";

/** A target of growth on a row that is counted in something else, with the cell that says how much it has grown. */
export interface GrowthTarget {
  readonly indicator: Indicator;
  readonly cell: Cell;
}

const grows = /增长|增速|增幅|同比增/;
const falls = /下降|降低|减少|压减|削减/;

/**
 * The growth (增速) that a row with a target such as 增长8% is held against, where the row counts 亿元 and a column beside
 * its running sum says by how much that has grown. Growth may be at comparable prices, so that it is compared as it is
 * printed and never derived from amounts. The domain page §3, growth. Undefined where no such column stands there.
 */
export function growthTarget(entry: Entry): GrowthTarget | undefined {
  const printed = entry.cells.get("target");
  if (!printed || !grows.test(printed.text) || falls.test(printed.text)) return undefined;
  const { status, unit } = readAmount(printed, entry);
  if (status !== "reported" || unit !== "%" || grows.test(entry.indicator)) return undefined;
  const sum = entry.cells.get("actualCumulative");
  if (!sum || (readAmount(sum, entry).unit ?? entry.unit ?? "%") === "%") return undefined;
  const cell = growthBeside(entry, sum.column.index);
  return cell && { indicator: inferIndicator(`${entry.indicator}增速`, "%"), cell };
}

/** The growth right of the running sum, before any other amount; 上年同期, which it grew from, may stand between them. */
function growthBeside(entry: Entry, sum: number): Cell | undefined {
  const next = entry.table.columns.find(
    ({ index, field }) => index > sum && ["yearOnYear", "actualPeriod", "actualCumulative"].includes(field),
  );
  if (next?.field !== "yearOnYear" || isOtherGrowth(next)) return undefined;
  const cells = [entry.cells.get("yearOnYear"), ...entry.repeats];
  return cells.find((cell) => cell?.column.index === next.index);
}

/** The growth that the row reports, in %. */
export function growthReported(
  { indicator, cell }: GrowthTarget,
  row: Row,
  about: About,
  standing: ObservationFact["standing"],
): ObservationFact {
  const report = reportOfCell(readAmount(cell, row.entry), cell, row);
  return { ...about, indicator, unit: "%", power: 0, standing, measure: "cumulative", ...report };
}
