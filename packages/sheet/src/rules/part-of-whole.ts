import { finding } from "@taizhang/finding";
import { compare } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { amountOfCell, inOneUnit } from "./amounts.ts";
import { amountColumns, cellInColumn, labelOf } from "./column-cells.ts";
import { indicatorOf } from "./indicator-of.ts";
import { eachTable, type Rule } from "./rule.ts";
import { figures, names, printed } from "./seen.ts";

/** X03 其中项>总项: a 其中 row that is more than the row it is part of. Several may overlap, so each stands alone. */
export const partOfWhole: Rule = {
  code: "X03",
  sees: (seen) => (seen.view.hasSums ? names(seen) + figures(seen) + printed(seen, "seq") : ""),
  check: eachTable(function* (view) {
    if (!view.entries.some(({ kind }) => kind === "ofWhich")) return;
    const held = new Set(
      view.table.rows.flatMap(({ row, evidence }) => (evidence[0]?.rule === "heldByPlace" ? [row] : [])),
    );
    const wholes = new Map<string, Entry>();
    for (const entry of view.entries) {
      const block = view.table.shape === "crossTab" ? entry.indicator : "";
      if (entry.kind !== "ofWhich") {
        wholes.set(block, entry);
        continue;
      }
      // A zone that a district holds does not stand below it.
      const whole = held.has(entry.row) ? undefined : wholes.get(block);
      if (!whole || indicatorOf(whole).acrossOrgs !== "sum") continue;
      for (const column of amountColumns(view, entry)) {
        const [cell, of] = [cellInColumn(entry, column), cellInColumn(whole, column)];
        if (!cell || !of || cell.carried || of.carried) continue;
        const [part, all] = [amountOfCell(cell, entry), amountOfCell(of, whole)];
        if (part.status !== "reported" || all.status !== "reported") continue;
        const both = inOneUnit(part, all);
        if (!both || compare(...both) <= 0 || all.amount?.startsWith("-")) continue;
        yield finding(
          "X03",
          { label: labelOf(entry), part: part.amount ?? "", whole: all.amount ?? "", of: labelOf(whole) },
          [cell.at],
          { related: [of.at] },
        );
      }
    }
  }),
  examples: [
    {
      title: "其中项比总数还大",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["其中：高校毕业生", "人", 200, 1355, "区人社局"],
        ["新建公厕", "座", 5, 3, "区城管局"],
      ],
      finds: [{ ref: "D3" }],
    },
    {
      title: "统计表里“#”就是其中",
      rows: [
        ["指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["固定资产投资", "万元", 300, 250, "区发改局"],
        ["#民间投资", "万元", 200, 255, "区发改局"],
        ["＃工业投资", "万元", 100, 90, "区工信局"],
      ],
      finds: [{ ref: "D3" }],
    },
    {
      title: "目标的其中项",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["其中：高校毕业生", "人", 2000, 180, "区人社局"],
        ["新建公厕", "座", 5, 3, "区城管局"],
      ],
      finds: [{ ref: "C3" }],
    },
    {
      title: "第二个其中项",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["其中：高校毕业生", "人", 200, 180, "区人社局"],
        ["其中：失业人员", "人", 300, 1280, "区人社局"],
      ],
      finds: [{ ref: "D4" }],
    },
    {
      title: "其中项都在总数之内",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["其中：高校毕业生", "人", 200, 180, "区人社局"],
        ["其中：失业人员", "人", 1200, 1200, "区人社局"],
      ],
      finds: [],
    },
    {
      title: "单位不同不能比",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建幼儿园", "所", 3, 2, "区教育局"],
        ["其中：新增学位", "个", 900, 600, "区教育局"],
      ],
      finds: [],
    },
    {
      title: "没有其中项",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["职业培训", "人", 3000, 2800, "区人社局"],
      ],
      finds: [],
    },
  ],
};
