import { finding } from "@taizhang/finding";
import { valueAt } from "@taizhang/grid";
import { parseQuantity, type Quantity, toNumber, unitOf } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { amountFields, doneFields, type Field } from "../field.ts";
import { inexactness, isGeneralCount, isOfEachTime } from "../read/amount.ts";
import { targetFields } from "./amounts.ts";
import { candidates, fieldsWithText, isText } from "./column-holds.ts";
import { fixCells, setCell } from "./edit-cell.ts";
import { eachTable, type Rule } from "./rule.ts";
import type { TableView } from "./subject.ts";

/** Units that are no amounts to be summed: a rate as text is read as one. */
const ratios = new Set(["%", "‰", "个百分点", "百分点", "成", "倍"]);

/**
 * V02 计量单位混在值内: a number with its unit in one cell (2000万), which SUM leaves out. In target columns staff write
 * so on purpose, and it is only a hint. The fix never shifts cells: the unit goes into the row's own unit cell if
 * that is empty, or the sheet says the same unit already; anything else is not certain.
 */
export const unitInValue: Rule = {
  code: "V02",
  check: eachTable(function* (view) {
    const fields = fieldsWithText(view, amountFields);
    if (fields.length === 0) return;
    for (const { entry, field } of candidates(view, view.entries, fields, isText)) {
      const cell = entry.cells.get(field);
      if (typeof cell?.value !== "string" || cell.carried || !/\d/.test(cell.text)) continue;
      const { value: quantity } = parseQuantity(cell.text);
      if (!quantity?.unitText || ratios.has(quantity.unit)) continue;
      // 30-40座 done is no exact number in the first place: V10.
      if (doneFields.has(field) && inexactness(quantity)) continue;
      const sheetUnit = statedUnit(view, entry, field);
      if (isOfEachTime(quantity, sheetUnit)) continue;
      const fix = splitOf(view, entry, field, quantity, sheetUnit);
      yield finding(
        "V02",
        {
          text: cell.text,
          amount: quantity.value,
          unit: isGeneralCount(quantity.unit, sheetUnit) && sheetUnit ? sheetUnit : quantity.unitText,
          ...(sheetUnit ? { sheetUnit } : {}),
        },
        [cell.at],
        { ...(targetFields.has(field) ? { severity: "D" as const } : {}), fix },
      );
    }
  }),
  examples: [
    {
      title: "“个”什么都能数，就是本行的“所”",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建幼儿园", "所", "3个", "2个", "区教育局"],
        ["新建公厕", "座", 5, 3, "区城管局"],
      ],
      finds: [
        { ref: "D2", fix: [2] },
        { ref: "C2", severity: "D", fix: [3] },
      ],
    },
    {
      title: "单位与计量单位栏相同：只留数字",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新增就业", "人", 1300, "1255人", "区人社局"],
        ["慈善救助", "万元", 300, 260, "区民政局"],
      ],
      finds: [{ ref: "D2", severity: "B", fix: [1255] }],
    },
    {
      title: "计量单位栏空着：单位写到那一格",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新增就业", "人", 1300, 1255, "区人社局"],
        ["慈善救助", "", 300, "260万元", "区民政局"],
      ],
      finds: [{ ref: "D3", severity: "B", fix: [260, "万元"] }],
    },
    {
      title: "单位不同：换算还是改单位不能替人决定",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["招商引资", "元", 30000000, "2000万元", "区商务局"],
        ["新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [{ ref: "D2", severity: "B" }],
    },
    {
      title: "目标栏里是提示",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新增就业", "人", "≥1300人", 1255, "区人社局"],
        ["慈善救助", "万元", 300, 260, "区民政局"],
      ],
      finds: [{ ref: "C2", severity: "D" }],
    },
    {
      title: "纯数字",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新增就业", "人", 1300, 1255, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "百分数的目标和完成数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新农合参合率", "%", "98%", "99.1%", "区卫计局"],
        ["新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [],
    },
    {
      title: "形象进度和说明文字",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["新建幼儿园", "所", "完成主体工程", "", "已完成2000平方米"],
        ["新增就业", "人", 1300, 1255, "举办招聘会12场"],
      ],
      finds: [],
    },
  ],
};

/** The unit that the row or the column states beside the cell. */
const statedUnit = (view: TableView, entry: Entry, field: Field): string | undefined =>
  entry.cells.get("unit")?.text || entry.cells.get(field)?.column.unit || view.table.unitNote;

function splitOf(
  view: TableView,
  entry: Entry,
  field: Field,
  quantity: Quantity,
  sheetUnit: string | undefined,
) {
  const cell = entry.cells.get(field);
  const { bound, valueMax, stretch, per, change, firm, fraction, value, unit, power, unitText } = quantity;
  const plain = bound === "eq" && !valueMax && !stretch && !per && !change && firm !== false && !fraction;
  if (!cell || !plain || value.length > 15) return undefined;
  const { grid } = view.table;
  const number = setCell(grid, cell.at, toNumber(value));
  if (sheetUnit) {
    const stated = unitOf(sheetUnit);
    const same =
      stated &&
      stated.power === power &&
      !stated.per &&
      (stated.unit === unit || unit === "" || isGeneralCount(unit, sheetUnit));
    return same ? fixCells("splitUnit", [number]) : undefined;
  }
  const [column, another] = view.columnsOf("unit");
  if (!column || another || unit === "" || view.table.shape !== "long") return undefined;
  if (valueAt(grid, entry.row, column.index) !== null && entry.cells.get("unit")?.text !== "")
    return undefined;
  return fixCells("splitUnit", [number, setCell(grid, view.at(entry.row, column.index), unitText)]);
}
