import { rollUp } from "@taizhang/kpi";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ledgerOf, returnOf } from "../collect/testing/returned.ts";
import { figuresOf } from "./figures.ts";

/** Leads with the ways in which they are written; they are of different functions. */
const leads = [
  ["创城办", "区创城办公室", "南关区创城办公室"],
  ["住建局（房产局）", "住建局", "区住建局", "房产局"],
  ["桃源街道办事处", "桃源街道"],
  ["区市场监管局", "市场监督管理局", "南关区市场监管局"],
  ["民政局", "区民政局", "南关区民政局"],
  ["人社局", "区人力资源和社会保障局"],
  ["红十字会", "区红十字会"],
] as const;
const town = 2;
const strangers = ["八、医疗卫生", "第一中学", "城关工作站", "南关区"] as const;
const indicators = ["新建公厕", "救助人次", "签约户数"] as const;

interface Reported {
  /** A place in the row's own leads, or a stranger, or the lead of another row. */
  readonly by: number;
  readonly who: "lead" | "stranger" | "another";
  readonly actual: number;
  readonly keepsId: boolean;
}

const rowsOf = fc.uniqueArray(
  fc.record({
    indicator: fc.nat({ max: indicators.length - 1 }),
    /** Two rows of one task, in the same words, have different leads. */
    task: fc.nat({ max: 3 }),
    target: fc.integer({ min: 1, max: 999 }),
    leads: fc.uniqueArray(fc.nat({ max: leads.length - 1 }), { minLength: 1, maxLength: 2 }),
    isOneId: fc.boolean(),
    reports: fc.array(
      fc.record({
        by: fc.nat({ max: 9 }),
        who: fc.constantFrom("lead", "lead", "stranger", "another"),
        actual: fc.nat({ max: 999 }),
        keepsId: fc.boolean(),
      }) satisfies fc.Arbitrary<Reported>,
      { maxLength: 3 },
    ),
  }),
  {
    minLength: 1,
    maxLength: 6,
    comparator: (one, other) =>
      one.task === other.task &&
      one.indicator === other.indicator &&
      // A joint task is one; and what a town has of a department's task is a part of it.
      (one.leads.length + other.leads.length > 2 ||
        one.leads[0] === other.leads[0] ||
        [one, other].some(({ leads: own }) => own.includes(town))),
  },
);
const spellings = fc.array(fc.nat({ max: 9 }), { minLength: leads.length, maxLength: leads.length });

test("有台账的汇总：每个指标的目标总是台账的目标之和，每行至多计一份报表；收件计入的也是这些", () => {
  fc.assert(
    fc.property(rowsOf, spellings, fc.boolean(), (rows, spelt, backwards) => {
      const leading = [...new Set(rows.flatMap((row) => row.leads))];
      const nameOf = (lead: number) => {
        const names = leads[lead] ?? [""];
        return names[(spelt[lead] ?? 0) % names.length] ?? "";
      };
      const ledger = ledgerOf(
        rows.map(({ indicator, task, target, leads: own, isOneId }, at) => [
          ...[isOneId ? "K-0" : `K-${at + 1}`, `任务${task}`, indicators[indicator] ?? "", "个", target],
          own.map((lead) => leads[lead]?.[0]).join("、"),
        ]),
      );
      const files = new Map<string, (string | number | null)[][]>();
      const expected = rows.map(({ indicator, task, target, leads: own, isOneId, reports }, at) => {
        const came = new Map<string, { readonly report: Reported; readonly lead: number | undefined }>();
        for (const report of reports) {
          const others = leading.filter((lead) => !own.includes(lead));
          const lead =
            report.who === "lead"
              ? own[report.by % own.length]
              : report.who === "another"
                ? others[report.by % others.length]
                : undefined;
          if (report.who === "another" && lead === undefined) continue;
          const name = lead === undefined ? (strangers[report.by % strangers.length] ?? "") : nameOf(lead);
          if (came.has(name)) continue;
          const isAlike = rows.some(
            (other, place) =>
              place !== at &&
              other.task === task &&
              other.indicator === indicator &&
              (!report.keepsId || (isOneId && other.isOneId)),
          );
          // Of several rows alike a lead's own is meant, and of which another reports nobody can say.
          if (isAlike && lead !== undefined && !own.includes(lead)) continue;
          if (!isAlike || report.who === "lead") came.set(name, { report, lead });
          const row = [
            ...[report.keepsId ? (isOneId ? "K-0" : `K-${at + 1}`) : null, `任务${task}`],
            ...[indicators[indicator] ?? "", "个", target, null, report.actual, null],
          ];
          files.set(name, [...(files.get(name) ?? []), row]);
        }
        const all = [...came.values()];
        const ofLeads = all.filter(({ lead }) => lead !== undefined && own.includes(lead));
        const unknown = all.filter(({ lead }) => lead === undefined);
        // Of a joint task the first lead's figure counts.
        const first = ofLeads.find(({ lead }) => lead === own[0])?.report;
        const alone = ofLeads.length === 0 && unknown.length === 1 ? unknown[0]?.report : undefined;
        return { indicator, target, actual: (first ?? alone)?.actual };
      });
      const sorted = [...files].sort(([a], [b]) => (a < b === backwards ? 1 : -1));
      const returns = sorted.flatMap(([org, own]) => returnOf(org, own));
      const { cells } = rollUp(figuresOf(returns, { ledger }), { period: "2016-10" });
      for (const [at, name] of indicators.entries()) {
        const own = expected.filter(({ indicator }) => indicator === at);
        const cell = cells.find(({ indicator }) => indicator === name);
        if (own.length === 0) expect(cell).toBeUndefined();
        else {
          const done = own.flatMap(({ actual }) => actual ?? []);
          expect(
            [name, cell?.target, cell?.actual],
            JSON.stringify([rows.map((r) => r.leads), sorted]),
          ).toEqual([
            name,
            `${own.reduce((sum, { target }) => sum + target, 0)}`,
            done.length === 0 ? null : `${done.reduce((sum, actual) => sum + actual, 0)}`,
          ]);
        }
      }
      expect(cells.length).toBe(new Set(expected.map(({ indicator }) => indicator)).size);
    }),
    { numRuns: 150 },
  );
});
