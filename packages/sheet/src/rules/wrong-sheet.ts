import { finding } from "@taizhang/finding";
import { comparePeriods, isPeriod } from "@taizhang/model";
import { isEmptyForm, typedFields } from "../read/carried-on.ts";
import { timeOfFile } from "../recognise/surroundings.ts";
import { anothersRows } from "./anothers-rows.ts";
import { isEarlierSheet } from "./earlier-sheet.ts";
import { otherReporters } from "./reporter-disagrees.ts";
import type { Rule } from "./rule.ts";
import { figures, names, printed } from "./seen.ts";
import { slippedHiddenIds, slippedIds } from "./slipped-ids.ts";
import type { Subject, TableView } from "./subject.ts";

/**
 * S09 期别、版本或行标识不符: the sheet is for another month than was asked for, bears another name than that of who
 * reports it, or the ids of its rows have slipped:
 * the id is one task's in the ledger, and the row is another's; or the hidden id names another row than the printed one,
 * as it does after a sort that left the hidden column behind. A row of another department's is C03.
 */
export const wrongSheet: Rule = {
  code: "S09",
  sees: (seen) =>
    (seen.subject.ledger.length === 0 ? "" : names(seen) + printed(seen, "id", "target")) +
    (isLater(seen.view, wantedIn(seen.view, seen.subject))
      ? figures(seen) + printed(seen, ...typedFields)
      : ""),
  *check(subject) {
    yield* wrongPeriods(subject);
    yield* otherReporters(subject);
    yield* slippedIds(subject);
    yield* slippedHiddenIds(subject);
    if (subject.ledger.length > 0) yield* anothersRows(subject);
  },
  examples: [
    {
      title: "报来的是上个月的表",
      period: "2016-10",
      rows: [
        ["2016年9月民生实事进展情况", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "A1" }],
    },
    {
      title: "编号错了一行",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成"],
        ["NG-002", "城镇新增就业", "人", 1300, 1255],
        ["NG-001", "失业人员再就业", "人", 400, 380],
      ],
      ledger: {
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"],
          ["NG-001", "城镇新增就业", "人", 1300, "区人社局"],
          ["NG-002", "失业人员再就业", "人", 400, "区人社局"],
        ],
      },
      finds: [{ ref: "A2" }, { ref: "A3" }],
    },
    {
      title: "排序时漏了隐藏的行标识",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成", "行标识"],
        ["NG-002", "失业人员再就业", "人", 400, 380, "NG-001"],
        ["NG-001", "城镇新增就业", "人", 1300, 1255, "NG-002"],
      ],
      ledger: {
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"],
          ["NG-001", "城镇新增就业", "人", 1300, "区人社局"],
          ["NG-002", "失业人员再就业", "人", 400, "区人社局"],
        ],
      },
      finds: [{ ref: "A2" }, { ref: "A3" }],
    },
    {
      title: "报来的是上一年的表",
      period: "2016-10",
      rows: [
        ["2015年10月民生实事进展情况", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "A1" }],
    },
    {
      title: "填报单位与表名是两个单位",
      name: "民政局",
      rows: [
        ["2016年10月月报表", "", "", ""],
        ["填报单位：区教育局", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成"],
        ["新建养老中心", "个", 10, 9],
      ],
      finds: [{ ref: "A2", severity: "C" }],
    },
    {
      title: "填报单位与文件名是两个单位",
      file: "民政局10月.xlsx",
      rows: [
        ["2016年10月月报表", "", "", ""],
        ["填报单位", "区教育局", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成"],
        ["新建养老中心", "个", 10, 9],
      ],
      finds: [{ ref: "B2", severity: "C" }],
    },
    {
      title: "一家汇总各单位的表",
      name: "民政局",
      rows: [
        ["2016年10月月报表", "", "", ""],
        ["填报单位：区教育局", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成"],
        ["新建养老中心", "个", 10, 9],
      ],
      beside: [
        {
          name: "人社局",
          rows: [
            ["2016年10月月报表", "", "", ""],
            ["填报单位：区教育局", "", "", ""],
            ["任务名称", "计量单位", "年度目标", "累计完成"],
            ["城镇新增就业", "人", 100, 90],
          ],
        },
      ],
      finds: [],
    },
    {
      title: "表名是填报单位的简称",
      name: "教体局",
      file: "南关区教育局.xlsx",
      rows: [
        ["2016年10月月报表", "", "", ""],
        ["填报单位：区教育局", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成"],
        ["新建幼儿园", "所", 10, 9],
      ],
      finds: [],
    },
    {
      title: "文件名是5月，表是6月的",
      file: "张店区5月月报.xlsx",
      rows: [
        ["张店区2024年6月月报", "", "", ""],
        ["指标名称", "计量单位", "年度目标", "累计完成"],
        ["城镇新增就业", "人", 1200, 600],
      ],
      finds: [{ ref: "A1", severity: "C" }],
    },
    {
      title: "文件名里是报送的日子、几个月的合在一起",
      file: "张店区7月5日报1-7月.xlsx",
      rows: [
        ["张店区2024年6月月报", "", "", ""],
        ["指标名称", "计量单位", "年度目标", "累计完成"],
        ["城镇新增就业", "人", 1200, 600],
      ],
      finds: [],
    },
    {
      title: "正是这个月",
      period: "2016-10",
      rows: [
        ["2016年10月民生实事进展情况", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "一个文件里各月各一张表，本月的也在",
      period: "2016-10",
      name: "9月",
      rows: [
        ["2016年9月民生实事进展情况", "", "", "", ""],
        ["填报单位：区人社局", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1155, "举办招聘会"],
      ],
      beside: [
        {
          name: "10月",
          rows: [
            ["2016年10月民生实事进展情况", "", "", "", ""],
            ["填报单位：区人社局", "", "", "", ""],
            ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
            ["城镇新增就业", "人", 1300, 1255, "组织培训"],
          ],
        },
      ],
      finds: [],
    },
    {
      title: "以后月份的空表",
      period: "2016-10",
      name: "11月",
      rows: [
        ["2016年11月民生实事进展情况", "", "", "", ""],
        ["填报单位：区人社局", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, "", ""],
      ],
      finds: [],
    },
    {
      title: "以后月份的表已经填了",
      period: "2016-10",
      name: "11月",
      rows: [
        ["2016年11月民生实事进展情况", "", "", "", ""],
        ["填报单位：区人社局", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1280, ""],
      ],
      finds: [{ ref: "A1" }],
    },
    {
      title: "只写了年份",
      period: "2016-10",
      rows: [
        ["2016年民生实事进展情况", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "任务名称改了几个字，编号没有错",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成"],
        ["NG-001", "全区城镇新增就业", "人", 1300, 1255],
        ["NG-002", "失业人员再就业", "人", 400, 380],
      ],
      ledger: {
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"],
          ["NG-001", "城镇新增就业", "人", 1300, "区人社局"],
          ["NG-002", "失业人员再就业", "人", 400, "区人社局"],
        ],
      },
      finds: [],
    },
  ],
};

/** The period asked for, else the month in the file's name: 张店区5月月报.xlsx. With a day it is when the file was sent. */
function wantedIn({ table: { file, period } }: TableView, { context }: Subject): string | undefined {
  const month = /月\d/.test(file) ? undefined : /-\d\d$/.exec(timeOfFile(file))?.[0];
  return (
    context.period ?? (month && period?.value.length === 7 ? period.value.slice(0, 4) + month : undefined)
  );
}

function* wrongPeriods(subject: Subject) {
  const { tables, context } = subject;
  const seen = new Set<string>();
  const all = tables.map(({ table }) => table);
  for (const view of tables) {
    const wanted = wantedIn(view, subject);
    const found = view.table.period?.value;
    if (!wanted || view.table.role === "ledger" || !found || found === wanted) continue;
    const sheet = `${view.table.file}\n${view.table.grid.name}`;
    const sameYear = found.slice(0, 4) === wanted.slice(0, 4);
    if (seen.has(sheet) || (sameYear && (found.length !== wanted.length || found.length === 4))) continue;
    const { org } = view.table;
    if (isEarlierSheet(view.table, wanted, all, (other) => org === undefined || other.org?.name === org.name))
      continue;
    // An empty form of a month to come is no report, and none that was sent wrongly.
    if (isLater(view, wanted) && isEmptyForm(view.table, view.data)) continue;
    seen.add(sheet);
    yield finding(
      "S09",
      { kind: "period", found, expected: wanted, ...(context.period ? {} : { isFile: true }) },
      [view.at(0, view.table.range.left)],
      context.period ? {} : { severity: "C" },
    );
  }
}

const isLater = ({ table: { period } }: TableView, wanted: string | undefined): boolean =>
  wanted !== undefined &&
  period !== undefined &&
  isPeriod(period.value) &&
  isPeriod(wanted) &&
  comparePeriods(period.value, wanted) > 0;
