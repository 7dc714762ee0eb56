import { cellKey, type Grid, gridOf } from "@taizhang/grid";

const headers = [
  "序号",
  "工作板块",
  "任务名称",
  "指标名称",
  "计量单位",
  "年度目标",
  "上月累计",
  "本月完成",
  "本年累计完成",
  "指标完成率",
  "投资（万元）",
  "完成时限",
  "牵头单位",
  "办理状态",
  "工作进展",
  "备注",
];
const programs = ["就业增收", "教育助学", "医疗健康", "住房安居", "养老助残", "文体惠民"];
const units = ["人", "户", "个", "平方米", "万元", "公里"];
const offices = ["区人社局", "区教育局", "区卫计局", "区住建局", "区民政局", "区文体局"];

/** One return of that many rows and 16 columns: texts, numbers, dates, a sum and a rate as formulas, and a text where a number should be. */
export function largeSheet(name: string, rowCount: number): Grid {
  const formulas = new Map<number, string>();
  const rows: (string | number | null)[][] = [[`2016年10月民生计划月报表（${name}）`], headers];
  const formats: (string | undefined)[][] = [[], []];
  let seed = rowCount + name.length * 31 + name.charCodeAt(name.length - 1);
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let row = 2; row < rowCount; row++) {
    const [target, before, month] = [100 + next(9_000), next(3_000), next(500)];
    const at = row + 1;
    formulas.set(cellKey(row, 8), `G${at}+H${at}`);
    formulas.set(cellKey(row, 9), `I${at}/F${at}`);
    rows.push([
      row - 1,
      programs[row % 6] ?? "",
      `第${row - 1}项民生任务`,
      `指标${row - 1}`,
      units[row % 6] ?? "",
      target,
      before,
      row % 97 === 50 ? `${month}` : month,
      row % 97 === 50 ? before : before + month,
      (row % 97 === 50 ? before : before + month) / target,
      next(800),
      42_735,
      offices[row % 6] ?? "",
      "推进中",
      row % 9 === 0 ? "已完成前期手续，正在组织实施，年底前完工" : null,
      null,
    ]);
    const format: (string | undefined)[] = new Array(16).fill(undefined);
    format[9] = "0.0%";
    format[11] = "yyyy-mm-dd";
    formats.push(format);
  }
  return gridOf(name, rows, { formulas, formats });
}

/** A workbook of sheets of 16 columns. @example largeWorkbook(50, 500) // 400,000 cells */
export const largeWorkbook = (sheets: number, rows: number): Grid[] =>
  Array.from({ length: sheets }, (_, index) => largeSheet(`月报${index + 1}`, rows));
