import { finding } from "@taizhang/finding";
import { type CellPlace, type CellValue, formatAt } from "@taizhang/grid";
import { type Decimal, decimalOfNumber, isCountUnit } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import { amountFields } from "../field.ts";
import { shownBy } from "../read/shown-by.ts";
import { unitWord } from "../recognise/unit-word.ts";
import type { Column } from "../table.ts";
import { amountOfCell } from "./amounts.ts";
import { candidates, fieldsHeld } from "./column-holds.ts";
import { eachTable, type Rule } from "./rule.ts";
import type { TableView } from "./subject.ts";

/** Averages, rates and converted amounts of things may have parts (户均3.2人, 万人发明专利拥有量, 折合12.5人, 日均). */
const mayHaveParts =
  /均|平均|每|^[百千万]人(?!口|次|数|以|计划)|率|比|折合|当量|标准化|指数|强度|密度|系数|工作量/;

/** V06 计数指标非整数: half a person, half a school. 万人 and averages are exempt. */
export const wholeCount: Rule = {
  code: "V06",
  check: eachTable(function* (view) {
    const fields = fieldsHeld(view, amountFields);
    for (const { entry, field, value } of candidates(view, view.entries, fields, mayHavePoint)) {
      const columns = view.columnsOf(field);
      const [column] = columns;
      // A bare number has the unit of its column or row: no cell need be made of it.
      const isBare = typeof value === "number" && columns.length === 1 && view.table.shape === "long";
      const said =
        isBare && column ? ofNumber(view, entry, column, value) : ofCell(entry.cells.get(field), entry);
      if (!said || mayHaveParts.test(entry.indicator) || mayHaveParts.test(entry.task)) continue;
      const { amount, unit, at } = said;
      yield finding("V06", { value: amount, unit, indicator: entry.indicator }, [at]);
    }
  }),
  examples: [
    {
      title: "人数有小数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255.5, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "座数有小数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建公厕", "座", 5.5, 3, "区城管局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "C2" }],
    },
    {
      title: "文本里的小数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建公厕", "座", 5, "3.5座", "区城管局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "万人可以有小数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "万人", 1.3, 1.255, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "平均数可以有小数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["户均培训人数", "人", 1.5, 1.2, "区人社局"],
        ["万人发明专利拥有量", "件", 13, 12.5, "区科技局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "公里、亩、万元可以有小数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["修建村道", "公里", 12.5, 10.2, "区交通局"],
        ["慈善救助", "万元", 300.5, 260.25, "区民政局"],
      ],
      finds: [],
    },
  ],
};

const mayHavePoint = (value: CellValue): boolean =>
  typeof value === "number" ? !Number.isInteger(value) : typeof value === "string" && /[.．点]/.test(value);

interface Broken {
  readonly amount: Decimal;
  readonly unit: string;
  readonly at: CellPlace;
}

/** An amount with a point of what is counted one by one. */
function ofCell(cell: Cell | undefined, entry: Entry): Broken | undefined {
  if (!cell || cell.carried) return undefined;
  const { status, amount, unit, power } = amountOfCell(cell, entry);
  if (status !== "reported" || !amount?.includes(".") || power !== 0 || !unit || !isCountUnit(unit))
    return undefined;
  return { amount, unit, at: cell.at };
}

/** The same of a bare number in the row's own cell. */
function ofNumber(view: TableView, entry: Entry, column: Column, value: number): Broken | undefined {
  const printed = column.unit ?? entry.unit;
  if (!printed) return undefined;
  const word = unitWord(printed);
  const unit = word?.unit ?? printed;
  if ((word?.power ?? 0) !== 0 || !isCountUnit(unit)) return undefined;
  const { percent, date } = shownBy(formatAt(view.table.grid, entry.row, column.index));
  const amount = percent || date ? undefined : decimalOfNumber(value);
  return amount?.includes(".") ? { amount, unit, at: view.at(entry.row, column.index) } : undefined;
}
