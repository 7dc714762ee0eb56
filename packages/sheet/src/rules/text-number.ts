import { finding } from "@taizhang/finding";
import { type Decimal, parseQuantity, toNumber } from "@taizhang/quantity";
import { amountFields, type Field, rateFields } from "../field.ts";
import { accountingNegative, bracketedAmount } from "../read/accounting-negative.ts";
import { inexactness } from "../read/amount.ts";
import type { TableRow } from "../table.ts";
import { targetFields } from "./amounts.ts";
import { columnsWithText, textsWith } from "./column-holds.ts";
import { fixCell } from "./edit-cell.ts";
import { plainNumber } from "./plain-number.ts";
import { eachTable, type Rule } from "./rule.ts";

const numeralText = /^[零〇一二两三四五六七八九十百千]{2,}$/;

/** 八千, 两千五百: a number in characters alone. A single one may be part of anything. */
const numeral = (text: string): Decimal | undefined => {
  const plain = text.trim();
  return plain.length <= 12 && numeralText.test(plain) ? parseQuantity(plain).value?.value : undefined;
};

/** 四, 壹佰, 共50, 50。, 1E+5 in a column of figures done or of money: whatever else reads as one exact number. */
function exactly(text: string): Decimal | undefined {
  const { value } = parseQuantity(text);
  const isPlain =
    value && value.unit === "" && value.power === 0 && value.per === undefined && !inexactness(value);
  return isPlain ? value.value : undefined;
}

const fields: ReadonlySet<Field> = new Set([...amountFields, ...rateFields]);

const isCounted = ({ kind }: TableRow): boolean =>
  kind === "data" || kind === "total" || kind === "subtotal" || kind === "ofWhich";

const isSomething = (text: string): boolean => text !== "";

/** Where a plan is written in words and a rate by its sign. */
const plans: ReadonlySet<Field> = new Set<Field>([...targetFields, ...rateFields]);

/**
 * V01 文本型数字: a number kept as text in a column of numbers, which SUM leaves out. Codes, telephones and
 * document numbers stand in other columns; a percentage as text is read as one and never summed.
 */
export const textNumber: Rule = {
  code: "V01",
  sees: ({ view: { table }, row }) =>
    table.columns
      .map(({ field, index }) => (fields.has(field) ? table.grid.rows[row]?.[index] : ""))
      .map((value) => (typeof value === "string" ? value : ""))
      .join("|"),
  check: eachTable(function* (view) {
    const { table, at } = view;
    const columns = columnsWithText(view).filter(({ field }) => fields.has(field));
    if (columns.length === 0) return;
    for (const { row, column, text: value } of textsWith(view, columns, isCounted, isSomething)) {
      const place = at(row, column.index);
      const bracketed = bracketedAmount(value);
      if (bracketed !== undefined && accountingNegative({ value, column }, table) === undefined) {
        yield finding("V01", { text: value.trim(), reads: `-${bracketed}`, or: bracketed }, [place]);
        continue;
      }
      const number =
        plainNumber(bracketed === undefined ? value : `-${bracketed}`) ??
        (plans.has(column.field) ? numeral(value) : exactly(value));
      if (number === undefined) continue;
      yield finding("V01", { text: value.trim(), reads: number }, [place], {
        fix: fixCell("toNumber", table.grid, place, toNumber(number)),
      });
    }
  }),
  examples: [
    {
      title: "汉字写的数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 9000, "八千", "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "D2", fix: [8000] }],
    },
    {
      title: "同一列有负数，加括号的就是会计写法的负数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["税收净增", "万元", 300, "(500)", "区财政局"],
        ["存款净增", "万元", 200, -20, "区金融办"],
      ],
      finds: [{ ref: "D2", fix: [-500] }],
    },
    {
      title: "同一列没有负数，加括号的数说不准，只指出不改",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 300, "（50）", "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "完成数存成了文本",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, "1255", "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "D2", fix: [1255] }],
    },
    {
      title: "完成数里的一个汉字、大写数字、带句号的数和科学计数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建公园", "个", 5, "四", "区园林局"],
        ["新建公厕", "座", 120, "壹佰", "区城管局"],
        ["残疾人就业", "人", 220, "50。", "区残联"],
        ["种草", "平方米", 200000, "1E+5", "区林业局"],
        ["新建幼儿园", "所", 6, 5, "区教育局"],
        ["新建小学", "所", 4, 3, "区教育局"],
        ["新建养老院", "所", 3, 3, "区民政局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["技能培训", "人次", 500, 450, "区人社局"],
      ],
      finds: [
        { ref: "D2", fix: [4] },
        { ref: "D3", fix: [100] },
        { ref: "D4", fix: [50] },
        { ref: "D5", fix: [100000] },
      ],
    },
    {
      title: "全角数字和千分位",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", "１３００", "1,255", "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [
        { ref: "C2", fix: [1300] },
        { ref: "D2", fix: [1255] },
      ],
    },
    {
      title: "合计行里的文本数字",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "区县"],
        ["城镇新增就业", "人", 800, 700, "东坡区"],
        ["城镇新增就业", "人", 500, 400, "彭山区"],
        ["合计", "人", "1300", 1100, ""],
      ],
      finds: [{ ref: "C4", fix: [1300] }],
    },
    {
      title: "编号、电话和文号不算",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成", "责任单位", "联系电话", "备注"],
        ["2016001", "城镇新增就业", "人", 1300, 1255, "区人社局", "13800000000", "12"],
        ["2016002", "残疾人就业", "人", 220, 180, "区残联", "4300000", "教〔2009〕27号"],
      ],
      finds: [],
    },
    {
      title: "区间、下限和待下达是目标的写法",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建幼儿园", "所", "1-2", 1, "区教育局"],
        ["培训教师", "人次", "≥50", 30, "区教育局"],
        ["新增学位", "个", "待下达", 0, "区教育局"],
      ],
      finds: [],
    },
    {
      title: "百分数写成文本仍按百分数读",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "96.5%", "区人社局"],
        ["残疾人就业", "人", 220, 180, "81.8%", "区残联"],
      ],
      finds: [],
    },
  ],
};
