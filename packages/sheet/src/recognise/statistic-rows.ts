import type { Column, TableRow } from "../table.ts";
import { fold } from "./heading.ts";
import { ownText, type SheetView } from "./sheet-view.ts";

const about = "(?:与|比|较)?(?:上年|去年|上月|上期|上季度?|前年)(?:同期|同月)?";
const statisticWord = new RegExp(
  `^(?:(?:算术|加权|各?(?:区县|县区|县市区?|市县|地区|乡镇|街道|单位|部门)?)平均(?:数|值|水平)?|人均|中位数|最[大小高低]值?|` +
    `排名|名次|位次|排位|排序|${about}(?:完成)?(?:数|值|额)?(?:相比|增长|增减|增幅|变化|提高|下降)?|` +
    `(?:同比|环比)(?:增长|增减|增幅|变化|升降)?(?:率|额|数)?|增[长幅速]率?|增减[额数率幅]?|差[额距值]|` +
    `(?:任务|目标|指标|投资|年度)?完成(?:率|比例|进度|百分比)|占比|比重|比例|序时进度|进度要求|备注)(?:\\([^()]{0,8}\\)|%)?:?$`,
);

/**
 * The rows, with those marked as notes that stand among places and name none: 平均, 排名, 上年同期, 增幅 under the
 * districts (统计行). Their figures are of no org, so that no total counts them.
 */
export function withoutStatistics(
  view: SheetView,
  columns: readonly Column[],
  rows: readonly TableRow[],
): readonly TableRow[] {
  const places = columns.filter(({ field }) => field === "division").map(({ index }) => index);
  if (places.length === 0) return rows;
  return rows.map((row) => {
    if (row.kind !== "data") return row;
    const saw = places
      .map((column) => fold(ownText(view, row.row, column)))
      .find((text) => statisticWord.test(text));
    return saw === undefined ? row : { ...row, kind: "note", evidence: [{ rule: "statistic", saw }] };
  });
}
