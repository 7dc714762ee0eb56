import { finding } from "@taizhang/finding";
import { cellPlace, cellRef, textOf } from "@taizhang/grid";
import { regionOf } from "../orgs/region.ts";
import type { Column } from "../table.ts";
import type { Rule } from "./rule.ts";
import { type Subject, type TableView, textIn } from "./subject.ts";

/**
 * S01 缺必填列. Where nothing tells the rows apart a table is of no use: A. A return without targets, and figures that
 * no column, heading or sheet name gives to an org, can still be looked at: C.
 */
export const columnMissing: Rule = {
  code: "S01",
  sees: ({ view }) => (view.has("task") || view.has("indicator") ? "" : undefined),
  *check(subject) {
    yield* withoutTargets(subject);
    for (const view of subject.tables) yield* inTable(view, subject.ledger.length > 0);
  },
  examples: [
    {
      title: "没有单位列，也没有填报单位",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成"],
        ["城镇新增就业", "人", 1300, 1255],
        ["残疾人就业", "人", 220, 180],
      ],
      finds: [{ ref: "A1", severity: "C" }],
    },
    {
      title: "月报没有目标，也没有给台账",
      rows: [
        ["任务名称", "计量单位", "本月完成", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 130, 1255, "区人社局"],
        ["残疾人就业", "人", 20, 180, "区残联"],
      ],
      finds: [{ ref: "A1", severity: "C" }],
    },
    {
      title: "全是定性任务，没有数可算",
      rows: [
        ["任务名称", "本月完成", "累计完成", "工作进展", "办理状态", "责任单位"],
        ["建设法治政府", null, null, "开展执法检查2次", "正常推进", "区司法局"],
        ["编制普法规划", null, null, "已印发", "已完成", "区司法局"],
      ],
      finds: [],
    },
    {
      title: "没有任务名称，同一单位有好几行",
      rows: [
        ["责任单位", "计量单位", "年度目标", "累计完成"],
        ["区人社局", "人", 1300, 1255],
        ["区人社局", "人", 220, 180],
        ["区城管局", "座", 5, 3],
      ],
      finds: [{ ref: "A1", severity: "A" }],
    },
    {
      title: "一表只有一个指标，各区一行",
      rows: [
        ["2016年城镇新增就业完成情况", "", "", ""],
        ["区县", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "人", 8000, 7900],
        ["彭山区", "人", 3000, 2900],
      ],
      finds: [],
    },
    {
      title: "月报里有一列数看不出是什么，没有完成数列",
      rows: [
        ["填报单位：区金融局", "", "报告期：2016年3月", ""],
        ["指标名称", "计量单位", "年度目标", "盘点结果"],
        ["各项贷款余额", "亿元", 130, 121.8],
        ["各项存款余额", "亿元", 150, 142.5],
      ],
      finds: [{ ref: "D2", severity: "C" }],
    },
    {
      title: "期末余额就是时点数的完成数",
      rows: [
        ["填报单位：区金融局", "", "报告期：2016年3月", "", ""],
        ["指标名称", "计量单位", "年度目标", "上年基数", "期末余额"],
        ["各项贷款余额", "亿元", 130, 118, 121.8],
      ],
      finds: [],
    },
    {
      title: "标题写明是哪个区的",
      rows: [
        ["淄博市博山区人民政府2024年6月月报", "", "", ""],
        ["指标名称", "计量单位", "年度目标", "本年累计完成"],
        ["新建公厕", "座", 10, 5],
      ],
      finds: [],
    },
    {
      title: "填报单位写在表头",
      rows: [
        ["填报单位：区人社局", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成"],
        ["城镇新增就业", "人", 1300, 1255],
        ["残疾人就业", "人", 220, 180],
      ],
      finds: [],
    },
    {
      title: "各列齐全",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "只有指标名称也可以",
      rows: [
        ["指标名称", "计量单位", "年度目标", "牵头单位", "完成时限"],
        ["城镇新增就业", "人", 1300, "区人社局", "2016年12月"],
        ["残疾人就业", "人", 220, "区残联", "2016年12月"],
      ],
      finds: [],
    },
  ],
};

function* inTable(view: TableView, hasLedger: boolean) {
  const { table } = view;
  const head = view.at(table.headerRows[1], table.range.left);
  if (table.shape === "crossTab") return;
  if (!view.has("task") && !view.has("indicator") && cannotTellRows(view)) {
    const candidate = onlyTextColumn(view);
    yield finding(
      "S01",
      { missing: "name", ...(candidate ? { candidate: headerOf(candidate) } : {}) },
      [head],
      {
        severity: "A",
        fix: candidate && {
          id: "mapColumn",
          edits: [
            {
              kind: "correct",
              at: view.at(table.headerRows[1], candidate.index),
              before: candidate.field,
              after: "task",
            },
          ],
        },
      },
    );
  }
  const planned =
    view.has("target") || view.has("node") || view.has("investmentPlan") || view.has("investmentTotal");
  if (table.role === "return" && !planned && !hasLedger && holdsFigures(view))
    yield finding("S01", { missing: "target" }, [head]);
  const unknown =
    planned && table.role === "ledger" && /[-Q]/.test(table.period?.value ?? "") && figuresOnly(view);
  if (unknown)
    yield finding("S01", { missing: "actual", candidate: headerOf(unknown) }, [
      view.at(table.headerRows[1], unknown.index),
    ]);
  const named = ["lead", "support", "division", "reporter", "owner", "leader"] as const;
  if (
    !table.org &&
    regionOf(table) === undefined &&
    !named.some((field) => view.has(field)) &&
    !table.columns.some(({ department }) => department)
  )
    yield finding("S01", { missing: "org" }, [head]);
}

/** Nothing counted, nothing to rate: a form of tasks in words needs no targets. */
const holdsFigures = ({ data }: TableView): boolean =>
  data.some((entry) =>
    (["actualCumulative", "actualPeriod", "completion"] as const).some(
      (field) => textIn(entry, field) !== "",
    ),
  );

/**
 * The rows have no names, and their orgs repeat. 区县 under a title of one indicator is a name for each row, of which a
 * repeated one is a slip and no more (S07).
 */
function cannotTellRows(view: TableView): boolean {
  const { grid, headerRows, range } = view.table;
  const header = grid.rows[headerRows[1]] ?? [];
  const isCut = header.some(
    (value, column) => (column < range.left || column > range.right) && textOf(value ?? null) !== "",
  );
  if (isCut) return false; // a part of a wider table that an empty column cut off
  const keys = view.data.map(({ org, program }) => `${org ?? ""}|${program ?? ""}`);
  const different = new Set(keys).size;
  const isNamed = view.table.subject !== undefined && view.has("division") && different * 2 >= keys.length;
  return keys.length > 1 && different < keys.length && !isNamed;
}

/** A sheet that was refused for want of targets, though its heading has names and actuals: a return. */
function* withoutTargets({ readings, ledger }: Subject) {
  if (ledger.length > 0) return;
  for (const { grid, file, tables, reason } of readings) {
    const row = Number(reason.args.row ?? 0) - 1;
    if (tables.length > 0 || reason.code !== "noTargetColumn" || row < 0) continue;
    const header = (grid.rows[row] ?? []).map((value) => textOf(value ?? null).replace(/\s/g, ""));
    const names = header.some((text) => /任务|指标|项目/.test(text));
    const actuals = header.some((text) => /累计|完成(?!时|标准|情况|期)|实绩|实际/.test(text));
    const first = header.findIndex((text) => text !== "");
    if (names && actuals)
      yield finding("S01", { missing: "target" }, [cellPlace(file, grid.name, cellRef(row, first))]);
  }
}

const headerOf = ({ path, index }: Column): string => path.at(-1) || `第${index + 1}列`;

/** The first column of figures that neither words nor neighbours gave a meaning. */
const figuresOnly = ({ table, data }: TableView): Column | undefined =>
  table.columns.find(
    ({ field, index, evidence }) =>
      field === "other" &&
      evidence.length === 0 &&
      data.some(({ row }) => typeof table.grid.rows[row]?.[index] === "number"),
  );

/** The one column without a meaning whose cells are mostly different texts, if there is just one. */
function onlyTextColumn({ table, data }: TableView): Column | undefined {
  const texts = table.columns.filter(({ field, index }) => {
    if (field !== "other") return false;
    const values = data
      .map(({ row }) => table.grid.rows[row]?.[index])
      .filter((value) => typeof value === "string");
    return values.length > data.length * 0.8 && new Set(values).size > values.length * 0.8;
  });
  return texts.length === 1 ? texts[0] : undefined;
}
