import { finding } from "@taizhang/finding";
import { statusSaid } from "../read/status-said.ts";
import { amountIn } from "./amounts.ts";
import { eachTable, type Rule } from "./rule.ts";
import { placeOf, textIn, valueIn } from "./subject.ts";

/** A cell that says that there is nothing. */
const nothing = /^[\s—\-/]*$|^(?:暂?无|没有|暂缺|待补充?)(?:佐证)?(?:材料)?[。.]?$/;

/**
 * M07 已完成未附佐证: a task without a number for a target is said to be done, and its cell in the column of evidence is
 * blank, so that it does not count as done. “Done needs evidence”: the domain page §3.
 */
export const evidenceMissing: Rule = {
  code: "M07",
  check: eachTable(function* (view) {
    if (!view.has("status") || !view.has("evidence") || view.table.role === "ledger") return;
    for (const entry of view.data) {
      const raw = valueIn(view, entry, "status");
      if (typeof raw !== "string" || statusSaid(raw) !== "done") continue;
      const evidence = entry.cells.get("evidence");
      if (!evidence || evidence.carried || !nothing.test(evidence.text)) continue;
      if (amountIn(entry, "target").status === "reported") continue;
      yield finding("M07", { status: textIn(entry, "status") }, [placeOf(view, entry, "evidence")]);
    }
  }),
  examples: [
    {
      title: "定性任务写已完成，佐证空着",
      rows: [
        ["任务名称", "工作进展", "办理状态", "佐证材料", "责任单位"],
        ["修订救助办法", "办法已印发", "已完成", "", "区民政局"],
        ["走访慰问", "走访困难家庭300户", "正常推进", "", "区民政局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "佐证写暂无",
      rows: [
        ["任务名称", "工作进展", "办理状态", "佐证材料", "责任单位"],
        ["修订救助办法", "办法已印发", "已办结", "暂无", "区民政局"],
        ["制定养老规划", "规划已印发", "已完成", "—", "区民政局"],
      ],
      finds: [{ ref: "D2" }, { ref: "D3" }],
    },
    {
      title: "与有数字的任务在一张表里",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "佐证材料"],
        ["修订救助办法", "", "", "", "已完成", ""],
        ["新建公厕", "座", 5, 5, "已完成", ""],
      ],
      finds: [{ ref: "F2" }],
    },
    {
      title: "有佐证",
      rows: [
        ["任务名称", "工作进展", "办理状态", "佐证材料", "责任单位"],
        ["修订救助办法", "办法已印发", "已完成", "民发〔2016〕12号", "区民政局"],
        ["走访慰问", "走访困难家庭300户", "正常推进", "", "区民政局"],
      ],
      finds: [],
    },
    {
      title: "有数字目标的，以数字为准",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "佐证材料"],
        ["新建公厕", "座", 5, 5, "已完成", ""],
        ["城镇新增就业", "人", 1300, 1255, "正常推进", ""],
      ],
      finds: [],
    },
    {
      title: "没有佐证材料一栏",
      rows: [
        ["任务名称", "工作进展", "办理状态", "责任单位"],
        ["修订救助办法", "办法已印发", "已完成", "区民政局"],
        ["走访慰问", "走访困难家庭300户", "正常推进", "区民政局"],
      ],
      finds: [],
    },
  ],
};
