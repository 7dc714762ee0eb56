import { checkWorkbook } from "../src/acts/check/check.ts";
import { showAndGo } from "../src/acts/check/show-and-go.ts";
import { fix } from "../src/acts/fix/fix.ts";
import { lookForMarks, showMarks } from "../src/acts/fix/marks.ts";
import { openRow, previewFixes } from "../src/acts/fix/preview-fixes.ts";
import { undo } from "../src/acts/fix/undo.ts";
import { keepExplanation, startExplaining } from "../src/acts/keep/explain.ts";
import { takeHeader } from "../src/acts/keep/header.ts";
import { keep, recogniseAutomatically } from "../src/acts/keep/keep.ts";
import { exportFindings } from "../src/acts/list/export-findings.ts";
import { openExample } from "../src/acts/list/open-example.ts";
import { goTo } from "../src/acts/pane/go-to.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { previewRefresh, refreshSummary } from "../src/acts/roll-up/refresh.ts";
import { rollUpSources, setRollUp } from "../src/acts/roll-up/roll-up.ts";
import { previewSummary, removeSummary, writeSummary } from "../src/acts/roll-up/summary.ts";
import type { excelWith } from "./excel-pane.ts";

export type Excel = ReturnType<typeof excelWith>;

export const file = "nanguan-2016/2016-10/民政局.xlsx";

export const rowOf = (pane: Pane, code: string) => {
  const row = pane.store.get().rows.find(({ finding }) => finding.code === code);
  if (!row) throw new Error(`no ${code}`);
  return row;
};

const fixText = async (pane: Pane) => {
  await openRow(pane, rowOf(pane, "V01"));
  return fix(pane, pane.store.get().openPreview?.writes ?? []);
};
const rolledUp = async (pane: Pane) => {
  await rollUpSources(pane);
  await previewSummary(pane);
};
const write = (pane: Pane) => {
  const { page } = pane.store.get();
  if (page?.kind !== "write") throw new Error("nothing to write");
  return writeSummary(pane, page);
};

/** Numbers as texts, in cells of the text format. */
const asText = (excel: Excel) => {
  excel.user.type("月报表", "I15", [["'12"], ["'13"]]);
  for (const ref of ["I15", "I16"]) excel.user.format("月报表", ref, { numberFormat: "@" });
};
const fixAllTexts = async (pane: Pane) => {
  await previewFixes(
    pane,
    pane.store.get().rows.filter(({ finding }) => finding.code === "V01"),
  );
  const { page } = pane.store.get();
  if (page?.kind !== "fixes") throw new Error("no texts to fix");
  return fix(pane, page.preview.writes);
};
/** Two rows whose state stands in one merged cell. */
const merged = (excel: Excel) => {
  const [sheet] = excel.book.sheets;
  if (sheet) sheet.merges = [...sheet.merges, { top: 4, left: 12, bottom: 5, right: 12 }];
  excel.user.type("月报表", "M6", "");
};
const state = { value: "正常推进" };
const unmerge = (pane: Pane) =>
  fix(pane, [{ sheet: "月报表", ref: "M5:M6", before: state, after: state, unmerge: true }]);
const keepColumn = (pane: Pane) => {
  const column = pane.store.get().cards[0]?.columns[3];
  if (!column) throw new Error("no column");
  const corrections = [{ header: column.path.join("/"), field: "other" as const }];
  return keep(pane, { what: "corrections", corrections }, { what: "kept" });
};
const automatic = async (pane: Pane) => {
  const [card] = pane.store.get().cards;
  if (!card) throw new Error("no card");
  await recogniseAutomatically(pane, card);
  return pane.store.get().notice?.kind === "said";
};

export interface Operation {
  readonly name: string;
  /** What stands in the workbook before the pane opens. */
  readonly before?: (excel: Excel) => void;
  readonly ready?: (pane: Pane, excel: Excel) => Promise<unknown>;
  readonly act: (pane: Pane) => Promise<boolean>;
}

/** Every operation that talks to Excel: what goes before it, the act, and how many of its batches write. */
export const operations: readonly Operation[] = [
  { name: "检查", act: (pane) => checkWorkbook(pane) },
  { name: "只查选中区域", act: (pane) => checkWorkbook(pane, "selection") },
  { name: "找留下的标记", act: lookForMarks },
  { name: "看示例表", act: openExample },
  { name: "定位", act: (pane) => goTo(pane, rowOf(pane, "V01")) },
  {
    name: "显示并转到",
    ready: async (_, excel) => {
      const [sheet] = excel.book.sheets;
      if (sheet) sheet.hiddenRows = new Set([18]);
    },
    act: (pane) => showAndGo(pane, rowOf(pane, "V01")),
  },
  {
    name: "指定表头行",
    ready: async (_, excel) => excel.user.select("月报表", "A4:P4"),
    act: (pane) => takeHeader(pane, true),
  },
  { name: "修正", act: fixText },
  { name: "撤销", ready: fixText, act: undo },
  { name: "一键修正文本格式的格", before: asText, act: fixAllTexts },
  { name: "撤销一键修正", before: asText, ready: fixAllTexts, act: undo },
  { name: "拆开合并格", before: merged, act: unmerge },
  { name: "撤销拆开合并格", before: merged, ready: unmerge, act: undo },
  { name: "加标记", act: (pane) => showMarks(pane, true) },
  { name: "去标记", ready: (pane) => showMarks(pane, true), act: (pane) => showMarks(pane, false) },
  { name: "记说明", act: (pane) => keepExplanation(pane, rowOf(pane, "S08"), "按要求脱敏，已核实", "王某") },
  {
    name: "再记一条说明",
    ready: (pane) => keepExplanation(pane, rowOf(pane, "V01"), "数据更正，见附件", "王某"),
    act: (pane) => keepExplanation(pane, rowOf(pane, "S08"), "按要求脱敏，已核实", "王某"),
  },
  {
    name: "撤销第一条说明",
    ready: (pane) => keepExplanation(pane, rowOf(pane, "S08"), "按要求脱敏，已核实", "王某"),
    act: undo,
  },
  {
    name: "打开说明页再记",
    ready: (pane) => startExplaining(pane, rowOf(pane, "S08")),
    act: (pane) => keepExplanation(pane, rowOf(pane, "S08"), "按要求脱敏，已核实", "王某"),
  },
  { name: "记列的含义", act: keepColumn },
  { name: "恢复自动识别", ready: keepColumn, act: automatic },
  {
    name: "改设置",
    ready: keepColumn,
    act: (pane) => keep(pane, { what: "rule", code: "S06", rule: { off: true } }, { what: "kept" }),
  },
  { name: "导出", act: exportFindings },
  { name: "撤销导出", ready: exportFindings, act: undo },
  { name: "写汇总", ready: rolledUp, act: write },
  {
    name: "撤销写入",
    ready: async (pane) => {
      await rolledUp(pane);
      await write(pane);
    },
    act: removeSummary,
  },
  {
    name: "刷新汇总",
    ready: async (pane, excel) => {
      await rolledUp(pane);
      await write(pane);
      excel.user.type("月报表", "I5", 3);
      await checkWorkbook(pane);
      await rollUpSources(pane);
      await previewRefresh(pane);
    },
    act: refreshSummary,
  },
  {
    name: "撤销刷新",
    ready: async (pane, excel) => {
      await rolledUp(pane);
      await write(pane);
      excel.user.type("月报表", "I5", 3);
      await checkWorkbook(pane);
      setRollUp(pane, { by: "total" });
      await rollUpSources(pane);
      await previewRefresh(pane);
      await refreshSummary(pane);
    },
    act: undo,
  },
];
