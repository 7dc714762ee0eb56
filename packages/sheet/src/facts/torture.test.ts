import { type CellValue, gridOf } from "@taizhang/grid";
import { type RollUpCell, rollUp } from "@taizhang/kpi";
import fc from "fast-check";
import { expect, test } from "vitest";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { figuresOf } from "./figures.ts";

const indicators = [
  { task: "扩大就业", name: "城镇新增就业", unit: "人" },
  { task: "技能提升", name: "职业技能培训", unit: "人次" },
  { task: "四好农村路", name: "农村公路新改建", unit: "公里" },
  { task: "养老服务", name: "新增养老床位", unit: "张" },
] as const;
const orgs = ["南关区人社局", "宽城区人社局", "朝阳区人社局"] as const;

/** What stands in the cell of a figure: a number, the number as text, nothing, or words that are no number. */
interface Figure {
  readonly kind: "number" | "text" | "blank" | "words";
  readonly amount: number;
}

interface Line {
  readonly figure: Figure;
  /** What follows the row: nothing, a row of 其中, or the same row once more with so much added. */
  readonly follows: "nothing" | "ofWhich" | "again";
  readonly more: number;
  readonly hidden: boolean;
}

interface Return {
  /** By indicator. */
  readonly lines: readonly Line[];
  readonly turned: number;
  /** A heading 一、… above the first rows and 小计 below them, which adds what they hold. */
  readonly sections: boolean;
  /** Sent twice, the second with so much added to each figure. */
  readonly second: number | undefined;
}

const amount = fc.integer({ min: 0, max: 500_000 }).map((hundredths) => hundredths / 100);
const kinds = ["number", "number", "number", "number", "text", "blank", "words"] as const;
const figure: fc.Arbitrary<Figure> = fc.record({ kind: fc.constantFrom(...kinds), amount });
const line: fc.Arbitrary<Line> = fc.record({
  figure,
  follows: fc.constantFrom("nothing" as const, "nothing" as const, "ofWhich" as const, "again" as const),
  more: fc.constantFrom(0, 0, 1),
  hidden: fc.boolean(),
});
const oneReturn: fc.Arbitrary<Return> = fc.record({
  lines: fc.array(line, { minLength: indicators.length, maxLength: indicators.length }),
  turned: fc.nat(indicators.length - 1),
  sections: fc.boolean(),
  second: fc.option(fc.constantFrom(0, 1), { nil: undefined, freq: 4 }),
});

const cellOf = (one: Figure, more = 0): CellValue => {
  if (one.kind === "blank") return null;
  if (one.kind === "words") return "正在统计核实";
  return one.kind === "text" ? `${one.amount + more}` : one.amount + more;
};

function gridOfReturn(org: string, { lines, turned, sections }: Return, more = 0) {
  const rows: CellValue[][] = [
    [`填报单位：${org}`, null, null, "2016年10月"],
    ["任务名称", "指标名称", "计量单位", "年度目标", "本年累计完成", "工作进展"],
  ];
  const hiddenRows = new Set<number>();
  const order = indicators.map((_, at) => (at + turned) % indicators.length);
  let sum = 0;
  for (const [place, at] of order.entries()) {
    const { task, name, unit } = indicators[at] ?? indicators[0];
    const own = lines[at];
    if (!own) continue;
    if (sections && place === 0) rows.push(["一、民生保障"]);
    if (sections && place === 2) {
      rows.push(["小计", null, null, 2000, sum, null]);
      rows.push(["二、城乡建设"]);
    }
    const value = cellOf(own.figure, more);
    if (typeof value === "number") sum += value;
    if (own.hidden) hiddenRows.add(rows.length);
    rows.push([task, name, unit, 1000, value, "已办"]);
    const said = own.figure.kind === "number" || own.figure.kind === "text" ? own.figure.amount + more : 0;
    if (own.follows === "ofWhich")
      rows.push([`其中：${name}（重点人群）`, name, unit, 100, Math.floor(said / 2), null]);
    if (own.follows === "again" && own.figure.kind === "number")
      rows.push([task, name, unit, 1000, own.figure.amount + more + own.more, "已办"]);
  }
  return gridOf("月报", rows, { hiddenRows });
}

/** What a total must be, worked out from what was meant and not from the sheets. */
function expectedOf(returns: readonly Return[], at: number) {
  let hundredths = 0;
  let reported = 0;
  let blank = 0;
  let doubtful = false;
  for (const { lines, second } of returns) {
    const own = lines[at];
    if (!own) continue;
    if (own.figure.kind === "blank") blank++;
    if (own.figure.kind === "blank" || own.figure.kind === "words") continue;
    hundredths += Math.round(own.figure.amount * 100);
    reported++;
    if (own.follows === "again" && own.more > 0 && own.figure.kind === "number") doubtful = true;
    if (second !== undefined && second > 0) doubtful = true;
  }
  return { amount: `${hundredths / 100}`, reported, blank, doubtful };
}

const codes = ({ notes }: RollUpCell) => notes.map(({ code }) => code);

test("乱七八糟的报表：合计就是各家第一处填报的数之和，不然就写明缺谁、重了哪一行", () => {
  fc.assert(
    fc.property(fc.tuple(oneReturn, oneReturn, oneReturn), (returns) => {
      const readings = returns.flatMap((one, index) => {
        const org = orgs[index] ?? "";
        const files = one.second === undefined ? [0] : [0, one.second];
        return files.flatMap((more, copy) =>
          recogniseWorkbook([gridOfReturn(org, one, more)], `${org}${copy === 0 ? "" : "（二）"}.xlsx`),
        );
      });
      const { cells } = rollUp(figuresOf(readings));
      for (const [at, { name }] of indicators.entries()) {
        const { amount, reported, blank, doubtful } = expectedOf(returns, at);
        const cell = cells.find(({ indicator }) => indicator === name);
        if (!cell) throw new Error(`no total of ${name}`);
        expect([name, cell.expected, cell.reported]).toEqual([name, 3, reported]);
        expect(cell.missing.length).toBeGreaterThanOrEqual(blank);
        if (cell.missing.length < 3 - reported) expect(codes(cell)).toContain("unreadable");
        if (reported > 0) expect([name, cell.actual]).toEqual([name, amount]);
        else expect(cell.actual ?? null).toBeNull();
        expect(cell.atLeast === true).toBe(reported > 0 && reported < 3);
        if (doubtful) expect(codes(cell)).toContain("duplicateNotCounted");
      }
    }),
    { numRuns: 60 },
  );
});
