import { isCountUnit, splitNameAndUnit, unitOf } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { indicatorOf } from "./indicator-of.ts";

/** The unit that a name asks for, where the row prints one that measures something else (名称所说的单位). */
export interface UnitOfName {
  readonly expected: string;
  /** The name prints it (改造道路（公里）), or it is the name of a rate or of money. */
  readonly by: "printed" | "nature";
}

/** 功率 and 容积率 are no percentages, and 亿元GDP死亡率 counts people. */
const rate = /^(?!.*(?:GDP|[万亿]元|每)).*(?<!功|频|效|汇|速|容积|曲|斜|死亡|发病|出生|事故|发案)率$/;
const money =
  /(?:固定资产|完成|民间|工业|房地产|基础设施|技改|总|年度)投资$|投资额$|(?<!低)收入$|产值$|增加值$|零售总额$|生产总值$/;

/** What the name asks for; undefined where the printed unit will do, and where the name says nothing. */
export function unitOfName(entry: Entry, printed: string): UnitOfName | undefined {
  const unit = unitOf(printed);
  if (!unit?.unit || unit.per !== undefined || unit.unit === "项") return undefined; // 项 counts projects
  const own = entry.cells.get("indicator")?.text || entry.cells.get("task")?.text || "";
  // PM2.5（微克/立方米）治理 counts 治理 and no 微克.
  const named = /[)）]\s*$/.test(own) ? splitNameAndUnit(own).unit : undefined;
  const wanted = named === undefined ? undefined : unitOf(named);
  if (named !== undefined && wanted?.unit) {
    const alike = wanted.dimension === unit.dimension || wanted.per !== undefined || named.includes("/");
    // 个 counts everything, 人 and 人次 are written for one another.
    return alike || (isCountUnit(wanted.unit) && isCountUnit(unit.unit))
      ? undefined
      : { expected: named, by: "printed" };
  }
  if (!isCountUnit(unit.unit)) return undefined;
  const { accounting } = indicatorOf({ ...entry, unit: "" });
  if (accounting === "ratio" && rate.test(entry.indicator)) return { expected: "%", by: "nature" };
  return accounting === "flow" && money.test(entry.indicator)
    ? { expected: "万元", by: "nature" }
    : undefined;
}
