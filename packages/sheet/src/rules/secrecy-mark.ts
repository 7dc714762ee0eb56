import { type Finding, finding } from "@taizhang/finding";
import { cellPlace, cellRef } from "@taizhang/grid";
import type { ReasonCode, SheetReading } from "../table.ts";
import type { Rule } from "./rule.ts";
import { nothing } from "./seen.ts";

/** A whole cell that is a mark: 秘密, 机密★10年, 密级：绝密. A text about 保密工作 is none. */
const mark =
  /^(?:密级[:：]?)?(?:绝\s*密|机\s*密|秘\s*密)(?:\s*[★☆]?\s*(?:\d{1,2}\s*年|\d{1,2}\s*个月|长期|启用前)?)?$/;
/** Marks stand at the head of a sheet. */
const headRows = 8;

/** Our own sheets quote the mark that was found. */
const quoting: ReadonlySet<ReasonCode> = new Set(["settings", "result"]);

/** The marks at the heads of these sheets (涉密标志). */
export function* secrecyMarks(readings: readonly SheetReading[]): Generator<Finding> {
  for (const { grid, file, tables, reason } of readings) {
    if (quoting.has(reason.code)) continue;
    const end = Math.min(headRows, tables[0] ? tables[0].range.top : headRows);
    for (let row = 0; row < Math.min(end, grid.rows.length); row++) {
      const cells = grid.rows[row] ?? [];
      for (let column = 0; column < Math.min(cells.length, 64); column++) {
        const value = cells[column];
        if (typeof value === "string" && value.length < 24 && mark.test(value.trim()))
          yield finding("F05", { text: value.trim() }, [cellPlace(file, grid.name, cellRef(row, column))]);
      }
    }
  }
}

/** F05 涉密标志: stop and ask. Looked for at the head of every sheet, whether it is a target sheet or not. */
export const secrecyMark: Rule = {
  code: "F05",
  sees: nothing,
  check: ({ readings }) => secrecyMarks(readings),
  examples: [
    {
      title: "表头写着秘密",
      rows: [
        ["秘密★1年", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 900, "区人社局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
      ],
      finds: [{ ref: "A1" }],
    },
    {
      title: "写明密级",
      rows: [
        ["重点任务进展情况", "", "", "", "密级：机密"],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 900, "区人社局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
      ],
      finds: [{ ref: "E1" }],
    },
    {
      title: "字间有空格",
      rows: [
        ["", "", "", "", "绝 密"],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 900, "区人社局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
      ],
      finds: [{ ref: "E1" }],
    },
    {
      title: "保密工作是一项任务",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["保守国家秘密宣传", "场", 5, 4, "区保密局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "写明不涉密",
      rows: [
        ["密级：非密", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 900, "区人社局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "普通的表",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 900, "区人社局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
      ],
      finds: [],
    },
  ],
};
