import { type CellValue, isBlank } from "@taizhang/grid";
import { splitNameAndUnit } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { isDitto } from "../read/row-cells.ts";
import { remembered } from "../remembered.ts";
import { indicatorOf } from "./indicator-of.ts";
import { type TableView, valueIn } from "./subject.ts";
import { unitRead } from "./unit-read.ts";
import { hasNumber } from "./without-unit.ts";

/** The unit that a name asks for, where the row prints one that measures something else (名称所说的单位). */
interface UnitOfName {
  readonly expected: string;
  /** The name prints it (改造道路（公里）), or it is the name of a rate or of money. */
  readonly by: "printed" | "nature";
}

/** A row's unit and the one that its name asks for. */
interface UnitAgainstName extends UnitOfName {
  readonly indicator: string;
  readonly unit: string;
}

/** 功率 and 容积率 are no percentages, and 亿元GDP死亡率 counts people. */
const rate = /^(?!.*(?:GDP|[万亿]元|每)).*(?<!功|频|效|汇|速|容积|曲|斜|死亡|发病|出生|事故|发案)率$/;
const money =
  /(?:固定资产|完成|民间|工业|房地产|基础设施|技改|总|年度)投资$|投资额$|(?<!低)收入$|产值$|增加值$|零售总额$|生产总值$/;

/** A row of a long table whose column of units prints another unit than its name asks for; undefined where the two agree (单位与名称不符). */
export function unitAgainstName(view: TableView, entry: Entry): UnitAgainstName | undefined {
  if (view.table.shape !== "long" || !view.has("unit") || !mayAsk(view, entry)) return undefined;
  if (!entry.unit || !hasNumber(view, entry)) return undefined;
  const wanted = unitOfName(entry, entry.unit);
  const cell = wanted && entry.cells.get("unit");
  if (!cell?.text || cell.carried || !wanted) return undefined;
  return { indicator: entry.indicator, unit: cell.text, ...wanted };
}

/** A look at the ends of the names before they are read: most names ask for nothing. */
const mayAsk = (view: TableView, entry: Entry): boolean =>
  asking.test(entry.indicator) || mayPrint(valueIn(view, entry, "indicator") ?? valueIn(view, entry, "task"));

/** The ends of rates and of money. */
const asking = /[率资额入值]$/;

/** The name ends in a bracket, or is said elsewhere: by 同上 or a merged cell. */
const mayPrint = (name: CellValue): boolean =>
  typeof name !== "string" || isBlank(name) || isDitto(name) || endsInBracket(name);

const endsInBracket = (name: string): boolean => {
  const last = name.trimEnd().at(-1);
  return last === ")" || last === "）";
};

/** What the name asks for; undefined where the printed unit will do, and where the name says nothing. */
function unitOfName(entry: Entry, inColumn: string): UnitOfName | undefined {
  const unit = unitRead(inColumn);
  if (!unit?.unit || unit.per !== undefined || unit.unit === "项") return undefined; // 项 counts projects
  const own = entry.cells.get("indicator")?.text || entry.cells.get("task")?.text || "";
  // PM2.5（微克/立方米）治理 counts 治理 and no 微克.
  const named = endsInBracket(own) ? unitIn(own) : undefined;
  const wanted = named === undefined ? undefined : unitRead(named);
  if (named !== undefined && wanted?.unit) {
    const alike = wanted.dimension === unit.dimension || wanted.per !== undefined || named.includes("/");
    // 个 counts everything, 人 and 人次 are written for one another.
    return alike || (wanted.counts && unit.counts) ? undefined : { expected: named, by: "printed" };
  }
  if (!unit.counts) return undefined;
  const [isRate, isMoney] = [rate.test(entry.indicator), money.test(entry.indicator)];
  if (!isRate && !isMoney) return undefined;
  const { accounting } = indicatorOf({ ...entry, unit: "" });
  if (accounting === "ratio" && isRate) return { expected: "%", by: "nature" };
  return accounting === "flow" && isMoney ? { expected: "万元", by: "nature" } : undefined;
}

/** The unit that a name prints in its brackets. */
const unitIn = remembered((name) => splitNameAndUnit(name).unit);
