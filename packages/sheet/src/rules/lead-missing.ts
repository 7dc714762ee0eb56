import { finding } from "@taizhang/finding";
import { dataOrgOf } from "../read/data-org.ts";
import { eachTable, type Rule } from "./rule.ts";
import { names, printed } from "./seen.ts";
import { placeOf } from "./subject.ts";

/** U03 无牵头；标“牵头”而有多个. 责任单位 may be several; a return of one department needs no lead in each row. */
export const leadMissing: Rule = {
  code: "U03",
  // A row of one lead is never found, whatever else stands in it.
  sees: (seen) =>
    seen.entries.every(({ leads }) => leads.length === 1)
      ? ""
      : names(seen) + printed(seen, "lead", "support", "reporter"),
  check: eachTable(function* (view) {
    const [column] = view.columnsOf("lead");
    if (!column || view.table.shape === "crossTab") return;
    const isLead = column.path.join("").includes("牵头") && !/责任|配合/.test(column.path.join(""));
    const rows = view.data.filter((entry, index) => entry.row !== view.data[index - 1]?.row);
    const without = rows.filter(
      ({ leads, cells }) =>
        leads.length === 0 && cells.get("lead")?.text === "" && !cells.get("support")?.text,
    );
    // Half of the rows or more without: the column is not kept, and the sheet says nothing by it.
    if (without.length * 2 < rows.length)
      for (const entry of without)
        if (!entry.division && entry.task !== "")
          yield finding("U03", { kind: "none", task: entry.task }, [placeOf(view, entry, "lead")]);
    if (!isLead) return;
    for (const entry of rows) {
      // Who reports for them all is said beside them.
      if (entry.leads.length < 2 || dataOrgOf(entry) !== "") continue;
      const cell = entry.cells.get("lead");
      const names = [...new Set(entry.leads)];
      if (cell && !cell.carried && names.length > 1)
        yield finding("U03", { kind: "several", names }, [cell.at]);
    }
  }),
  examples: [
    {
      title: "漏写了责任单位",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["残疾人就业", "人", 220, 180, ""],
        ["新建公厕", "座", 5, 3, "区城管局"],
      ],
      finds: [{ ref: "E3" }],
    },
    {
      title: "牵头单位写了两个",
      rows: [
        ["任务名称", "计量单位", "年度目标", "牵头单位", "配合单位"],
        ["城镇新增就业", "人", 1300, "区人社局、区残联", "区民政局"],
        ["新建公厕", "座", 5, "区城管局", "区住建局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "两个牵头单位，另有一栏写明由谁报数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "牵头单位", "数据报送单位"],
        ["城镇新增就业", "人", 1300, "区人社局、区残联", "区人社局"],
        ["新建公厕", "座", 5, "区城管局", "区城管局"],
      ],
      finds: [],
    },
    {
      title: "漏写了牵头单位",
      rows: [
        ["任务名称", "计量单位", "年度目标", "牵头单位", "完成时限"],
        ["城镇新增就业", "人", 1300, "区人社局", "2016年12月"],
        ["残疾人就业", "人", 220, "区残联", "2016年12月"],
        ["新建公厕", "座", 5, null, "2016年10月"],
      ],
      finds: [{ ref: "D4" }],
    },
    {
      title: "责任单位可以是几个",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局、区残联"],
        ["新建公厕", "座", 5, 3, "区城管局"],
      ],
      finds: [],
    },
    {
      title: "合并单元格管着下面几行",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["失业人员再就业", "人", 400, 380, ""],
        ["新建公厕", "座", 5, 3, "区城管局"],
      ],
      merges: ["E2:E3"],
      finds: [],
    },
    {
      title: "本部门的月报，责任单位栏没有用",
      rows: [
        ["填报单位：区人社局", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, ""],
        ["失业人员再就业", "人", 400, 380, ""],
      ],
      finds: [],
    },
  ],
};
