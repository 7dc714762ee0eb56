import { finding } from "@taizhang/finding";
import type { Entry } from "../entry.ts";
import { fixCells, setCell } from "./edit-cell.ts";
import { eachTable, type Rule } from "./rule.ts";
import { printed } from "./seen.ts";
import { placeOf, type TableView, textIn, valueIn } from "./subject.ts";

interface Numbered {
  readonly entry: Entry;
  readonly number: number;
  readonly section?: string;
}

/**
 * S06 序号断号或重号, one a table. Numbers run through the table or start again in each program. Rows picked out of a
 * longer plan keep its numbers (3, 17, 24), and numbering with levels (1.1) is another system: both are left alone.
 */
export const numbering: Rule = {
  code: "S06",
  sees: (seen) => printed(seen, "seq"),
  check: eachTable(function* (view) {
    const runs = runsOf(view);
    if (runs.every(hasNoGap)) return;
    const elsewhere = new Set(
      view.entries
        .filter(({ kind }) => kind !== "data")
        .map((entry) => Number(textIn(entry, "seq") || Number.NaN)),
    );
    const slips = runs.flatMap((run) => slipsOf(run, elsewhere).map((slip) => ({ ...slip, run })));
    const [first] = slips;
    if (!first) return;
    const missing = slips.flatMap((slip) => slip.missing);
    const repeated = slips.flatMap((slip) => slip.repeated);
    const { section } = first.at;
    yield finding(
      "S06",
      { missing, repeated, ...(section && runs.length > 1 ? { section } : {}) },
      [placeOf(view, first.at.entry, "seq")],
      {
        related: slips.slice(1).map((slip) => placeOf(view, slip.at.entry, "seq")),
        fix: renumbered(view, runs),
      },
    );
  }),
  examples: [
    {
      title: "漏了3号",
      rows: [
        ["序号", "任务名称", "计量单位", "年度目标", "责任单位"],
        [1, "城镇新增就业", "人", 1300, "区人社局"],
        [2, "残疾人就业", "人", 220, "区残联"],
        [4, "新建公厕", "座", 5, "区城管局"],
        [5, "慈善救助", "万元", 300, "区民政局"],
      ],
      finds: [{ ref: "A4", fix: [3, 4] }],
    },
    {
      title: "两个2号",
      rows: [
        ["序号", "任务名称", "计量单位", "年度目标", "责任单位"],
        [1, "城镇新增就业", "人", 1300, "区人社局"],
        [2, "残疾人就业", "人", 220, "区残联"],
        [2, "新建公厕", "座", 5, "区城管局"],
        [3, "慈善救助", "万元", 300, "区民政局"],
      ],
      finds: [{ ref: "A4", fix: [3, 4] }],
    },
    {
      title: "又重号又断号，仍是一条",
      rows: [
        ["序号", "任务名称", "计量单位", "年度目标", "责任单位"],
        [1, "城镇新增就业", "人", 1300, "区人社局"],
        [2, "残疾人就业", "人", 220, "区残联"],
        [2, "新建公厕", "座", 5, "区城管局"],
        [4, "慈善救助", "万元", 300, "区民政局"],
        [7, "改造旧管网", "公里", 12, "区住建局"],
      ],
      finds: [{ ref: "A4", fix: [3, 5] }],
    },
    {
      title: "第二个板块里断号",
      rows: [
        ["序号", "任务名称", "计量单位", "年度目标", "责任单位"],
        ["一、创业就业", "", "", "", ""],
        [1, "城镇新增就业", "人", 1300, "区人社局"],
        [2, "残疾人就业", "人", 220, "区残联"],
        ["二、城市建设", "", "", "", ""],
        [1, "新建公厕", "座", 5, "区城管局"],
        [3, "道路改造", "公里", 12, "区住建局"],
      ],
      merges: ["A2:E2", "A5:E5"],
      finds: [{ ref: "A7", fix: [2] }],
    },
    {
      title: "各板块重新编号",
      rows: [
        ["序号", "任务名称", "计量单位", "年度目标", "责任单位"],
        ["一、创业就业", "", "", "", ""],
        [1, "城镇新增就业", "人", 1300, "区人社局"],
        [2, "残疾人就业", "人", 220, "区残联"],
        ["二、城市建设", "", "", "", ""],
        [1, "新建公厕", "座", 5, "区城管局"],
        [2, "道路改造", "公里", 12, "区住建局"],
      ],
      merges: ["A2:E2", "A5:E5"],
      finds: [],
    },
    {
      title: "从全区台账里摘出的本部门任务，保留原号",
      rows: [
        ["序号", "任务名称", "计量单位", "年度目标", "责任单位"],
        [1, "城镇新增就业", "人", 1300, "区人社局"],
        [17, "职业培训", "人次", 300, "区人社局"],
        [24, "社保扩面", "人", 5000, "区人社局"],
      ],
      finds: [],
    },
    {
      title: "同一任务的几个指标合用一个序号",
      rows: [
        ["序号", "任务名称", "指标名称", "计量单位", "年度目标", "责任单位"],
        [1, "促进就业", "城镇新增就业", "人", 1300, "区人社局"],
        ["", "", "失业人员再就业", "人", 400, "区人社局"],
        [2, "助残", "残疾人就业", "人", 220, "区残联"],
      ],
      merges: ["A2:A3", "B2:B3"],
      finds: [],
    },
  ],
};

function runsOf(view: TableView): Numbered[][] {
  const runs: Numbered[][] = [];
  const hasSections = view.table.rows.some(({ section }) => section !== undefined);
  const sections = new Map(hasSections ? view.table.rows.map(({ row, section }) => [row, section]) : []);
  let lastRow = -1;
  let run: Numbered[] = [];
  for (const entry of view.data) {
    if (entry.row === lastRow) continue;
    lastRow = entry.row;
    const value = valueIn(view, entry, "seq");
    const text = typeof value === "string" ? value.trim() : value;
    if (text === null || text === "") continue;
    const number = typeof text === "number" ? text : /^\d{1,6}$/.test(`${text}`) ? Number(text) : Number.NaN;
    if (!Number.isInteger(number) || number < 0) return [];
    const section = sections.get(entry.row);
    const last = run.at(-1);
    if (last && last.section !== section && number === 1) {
      runs.push(run);
      run = [];
    }
    run.push(section ? { entry, number, section } : { entry, number });
  }
  return [...runs, run].filter((one) => one.length > 1 && isConsecutive(one));
}

/** 1, 2, 3 and so on: as most lists are. */
const hasNoGap = (run: readonly Numbered[]): boolean => run.every(({ number }, at) => number === at + 1);

/**
 * Starts with 1 and mostly goes up by one: else the numbers are somebody else's. A number that two tasks have is nobody's
 * way of numbering a list, however many gaps stand beside it; where many have, they number groups.
 */
function isConsecutive(run: readonly Numbered[]): boolean {
  if (hasNoGap(run)) return true;
  const steps = run.slice(1).filter(({ number }, index) => number !== (run[index]?.number ?? 0) + 1).length;
  const repeats = run.length - new Set(run.map(({ number }) => number)).size;
  const most = run.reduce((top, { number }) => Math.max(top, number), 0);
  const few = Math.max(1, run.length * 0.2);
  if (run[0]?.number !== 1 || most > run.length * 1.5 + 1) return false;
  return steps <= few || (repeats > 0 && repeats <= few && steps <= run.length * 0.6);
}

function slipsOf(
  run: readonly Numbered[],
  elsewhere: ReadonlySet<number>,
): { at: Numbered; missing: number[]; repeated: number[] }[] {
  const present = new Set(run.map(({ number }) => number));
  const seen = new Set<number>();
  const slips: { at: Numbered; missing: number[]; repeated: number[] }[] = [];
  let top = 0;
  for (const one of run) {
    const missing: number[] = [];
    for (let number = top + 1; number < one.number; number++)
      if (!present.has(number) && !elsewhere.has(number)) missing.push(number);
    const repeated = seen.has(one.number) ? [one.number] : [];
    if (missing.length > 0 || repeated.length > 0) slips.push({ at: one, missing, repeated });
    seen.add(one.number);
    top = Math.max(top, one.number);
  }
  return slips;
}

/** All numbers from the first slip on, one after another. */
function renumbered(view: TableView, runs: readonly (readonly Numbered[])[]) {
  const edits = runs.flatMap((run) =>
    run.flatMap(({ entry, number }, index) => {
      if (number === index + 1) return [];
      const isText = typeof valueIn(view, entry, "seq") === "string";
      return [setCell(view.table.grid, placeOf(view, entry, "seq"), isText ? `${index + 1}` : index + 1)];
    }),
  );
  return fixCells("renumber", edits);
}
