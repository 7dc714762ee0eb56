import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type CellPlace, type CellValue, cellPlace, cellRef, type Edit } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import {
  type Collected,
  collectLayouts,
  collectReturns,
  figuresOf,
  readEntries,
  recogniseWorkbook,
  type SheetReading,
  splitLedger,
  type Table,
} from "@taizhang/sheet";
import { editWorkbook, readWorkbook, writeWorkbook } from "@taizhang/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridsOf, layoutCases } from "./layout-cases.ts";

const examples = resolve(import.meta.dirname, "../../../examples");

const readingsOf = (bytes: Uint8Array, file: string): readonly SheetReading[] =>
  recogniseWorkbook(readWorkbook(bytes, { file }).value?.sheets ?? [], file, { targetsElsewhere: true });

/**
 * Ledgers of all kinds: the example's, and every layout of the corpus whose rows say what is to be done and who leads it.
 * Where only the title names the one indicator (a row a school or a bank), the rows are no tasks to hand out.
 */
const ledgers: readonly (readonly [string, readonly SheetReading[]])[] = [
  ["南关区台账", readingsOf(readFileSync(resolve(examples, "nanguan-2016/台账.xlsx")), "台账.xlsx")],
  ...layoutCases
    .map((one) => [one.name, recogniseWorkbook(gridsOf(one), one.fileName)] as const)
    .filter(([, readings]) =>
      readings.some(({ tables }) =>
        tables.some((table) => namesRows(table) && readEntries(table).some(({ leads }) => leads.length > 0)),
      ),
    ),
];

/** Rows or columns name what is to be done. */
function namesRows({ columns }: Table): boolean {
  return columns.some(({ field, indicator }) => field === "task" || field === "indicator" || indicator);
}

interface Filled {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Fills every open cell of a form with figures and words that say which row they are of. */
function fill(file: string, bytes: Uint8Array, clear: boolean): Filled {
  const [reading] = readingsOf(bytes, file);
  const [table] = reading?.tables ?? [];
  if (!table) throw new Error(`${file} is no return`);
  const edits: Edit[] = [];
  const put = (at: CellPlace, before: CellValue, value: CellValue) =>
    edits.push({ kind: "setCell", at, before: { value: before }, after: { value } });
  for (const entry of readEntries(table)) {
    if (entry.kind !== "data") continue;
    const set = (field: Parameters<typeof entry.cells.get>[0], value: CellValue) => {
      const cell = entry.cells.get(field);
      if (cell) put(cell.at, cell.value, value);
    };
    set("actualPeriod", 1);
    set("actualCumulative", entry.row);
    set("progress", `${file}第${entry.row}行已办`);
    set("status", "正常推进");
    const id = entry.cells.get("id");
    if (clear && id) put(id.at, id.value, null);
    const hidden = entry.repeats.find(({ column }) => column.field === "id");
    if (clear && hidden) put(hidden.at, hidden.value, null);
  }
  const result = editWorkbook(bytes, edits);
  if (!result.value || result.skipped.length > 0) throw new Error(`${file} cannot be filled`);
  return { file, bytes: result.value };
}

const sent = (ledger: readonly SheetReading[]) =>
  splitLedger(ledger, { period: "2016-11" }).files.map(({ org, layouts }) => ({
    file: `${org.replace(/[\\/:*?"<>|]/g, "_")}.xlsx`,
    org,
    bytes: writeWorkbook(layouts),
  }));

const collect = (ledger: readonly SheetReading[], files: readonly Filled[]): Collected =>
  collectReturns({
    ledger,
    returns: files.flatMap(({ file, bytes }) => readingsOf(bytes, file)),
    period: "2016-11",
  });

const codes = ({ findings }: Collected) =>
  findings.map(({ code }) => code).filter((code) => code.startsWith("C"));

describe.each(ledgers)("%s：拆分、填报、收件，一行不丢", (_, ledger) => {
  const forms = sent(ledger);
  // A row without a lead goes to the division that it names.
  const data = ledger.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      readEntries(table).filter(
        ({ kind, leads, division }) => kind === "data" && (leads.length > 0 || division !== undefined),
      ),
    ),
  );

  test("每个牵头单位一份，行数与台账一致", () => {
    expect(forms.length).toBeGreaterThan(0);
    const rows = forms.flatMap(({ file, bytes }) =>
      readingsOf(bytes, file).flatMap(({ tables }) => tables.flatMap((table) => readEntries(table))),
    );
    const expected = data.reduce((sum, { leads }) => sum + Math.max(1, new Set(leads).size), 0);
    expect(rows.filter(({ kind }) => kind === "data").length).toBeLessThanOrEqual(expected);
    expect(rows.filter(({ kind }) => kind === "data").length).toBeGreaterThanOrEqual(data.length);
  });

  test("填好的都收回来，数和文字原样；收到的文件不动", () => {
    const files = forms.map(({ file, bytes }) => fill(file, bytes, false));
    const before = files.map(({ bytes }) => Buffer.from(bytes).toString("base64"));
    const result = collect(ledger, files);
    expect(codes(result)).toEqual([]);
    for (const { row, answer, why } of result.rows) {
      if (row.dataOrg === "") continue;
      expect(why, row.entry.task).toBeUndefined();
      const { entry } = answer ?? {};
      expect(entry?.cells.get("actualCumulative")?.value).toBe(entry?.row);
      expect(entry?.cells.get("progress")?.text).toContain(`第${entry?.row}行已办`);
      expect([entry?.task, entry?.indicator]).toEqual([row.entry.task, row.entry.indicator]);
    }
    expect(files.map(({ bytes }) => Buffer.from(bytes).toString("base64"))).toEqual(before);
    expect(result.register.every(({ expected, answered }) => expected === answered)).toBe(true);
  });

  test("文件次序、少交几份，都不改变已交的", () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(forms, { minLength: 1 }), (chosen) => {
        const files = chosen.map(({ file, bytes }) => fill(file, bytes, false));
        const result = collect(ledger, files);
        const came = new Set(chosen.map(({ org }) => org));
        for (const { org, state } of result.register) expect(state === "missing", org).toBe(!came.has(org));
        for (const { row, answer } of result.rows) expect(answer !== undefined).toBe(came.has(row.dataOrg));
      }),
      { numRuns: 3 },
    ));
});

describe("编号被清空", () => {
  const [, ledger] = ledgers[0] ?? ["", []];
  test("按任务、指标、单位、目标对应回来，并请核对", () => {
    const files = sent(ledger).map(({ file, bytes }) => fill(file, bytes, true));
    const result = collect(ledger, files);
    expect(new Set(codes(result))).toEqual(new Set(["C01"]));
    for (const { row, answer } of result.rows) expect(answer?.entry.task).toBe(row.entry.task);
  });
});

describe("合并表", () => {
  const [, ledger] = ledgers[0] ?? ["", []];
  const folder = resolve(examples, "nanguan-2016/2016-10");
  const returns = readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .flatMap((name) => readingsOf(readFileSync(resolve(folder, name)), name));
  const collected = collectReturns({ ledger, returns, period: "2016-10" });

  test("汇总合并表，与汇总各单位的报表，每个数都一样", () => {
    const { register } = collectLayouts(collected, { linkTo: basename });
    const merged = readingsOf(writeWorkbook(register), "收件登记.xlsx");
    const options = { period: "2016-10", by: ["department", "program"] } as const;
    const figures = (readings: readonly SheetReading[]) =>
      rollUp(figuresOf(readings, { ledger }), options).cells.map(
        ({ key, indicator, unit, target, actual, reported, expected, missing, light }) => ({
          key,
          indicator,
          unit,
          target,
          actual,
          reported,
          expected,
          missing,
          light,
        }),
      );
    const byKey = (list: ReturnType<typeof figures>) =>
      [...list].sort((a, b) =>
        JSON.stringify([a.indicator, a.key]) < JSON.stringify([b.indicator, b.key]) ? -1 : 1,
      );
    expect(byKey(figures(merged))).toEqual(byKey(figures(returns)));
  });

  test("登记、催报清单、合并表、问题清单，都不当作又一份报表", () => {
    const { register, slips } = collectLayouts(collected, {
      linkTo: basename,
      due: "2016-10-25",
      today: "2016-10-28",
    });
    expect(register.map(({ name }) => name)).toEqual(["收件登记", "催报清单", "合并表", "问题清单"]);
    const readings = readingsOf(
      writeWorkbook([...register, ...slips.map(({ layout }) => layout)]),
      "登记.xlsx",
    );
    expect(readings.filter(({ tables }) => tables.length > 0).map(({ grid }) => grid.name)).toEqual([
      "合并表",
    ]);
    expect(slips.map(({ org }) => org)).toContain("住建局");
  });
});

test("期别不对、不是本单位、不是下发的表，不计入并说明", () => {
  const [, ledger] = ledgers[0] ?? ["", []];
  const [first, second] = sent(ledger);
  if (!first || !second) throw new Error("no forms");
  const filled = fill(first.file, first.bytes, false);
  const wrong = (edit: (rows: CellValue[][]) => CellValue[][]) => {
    const sheet = readWorkbook(filled.bytes, { file: first.file }).value?.sheets[0];
    const rows = edit((sheet?.rows ?? []).map((row) => [...(row ?? [])].map((value) => value ?? null)));
    return { file: first.file, bytes: writeWorkbook([{ name: "月报表", rows }]) };
  };
  const head = (from: string, to: string) => (rows: CellValue[][]) =>
    rows.map((row) => row.map((value) => (typeof value === "string" ? value.replace(from, to) : value)));
  const kinds = (file: Filled) =>
    collect(ledger, [file]).findings.flatMap(({ code, args }) =>
      code === "C06" && "kind" in args ? [args.kind] : [],
    );
  expect(kinds(wrong(head("2016年11月", "2016年9月")))).toEqual(["period"]);
  expect(kinds(wrong(head(`：${first.org}`, `：${second.org}`)))).toEqual(["org"]);
  expect(kinds(filled)).toEqual([]);
  const taken = collect(ledger, [wrong(head("2016年11月", "2016年9月"))]).rows.filter(({ answer }) => answer);
  expect(taken).toEqual([]);
});

test("收件时的各种改动：换行序、删行、加行、改目标、改编号、两个版本", () => {
  const [, ledger] = ledgers[0] ?? ["", []];
  const form = sent(ledger).find(({ org }) => org === "残联");
  if (!form) throw new Error("no form");
  const filled = fill(form.file, form.bytes, false);
  const sheet = readWorkbook(filled.bytes, { file: form.file }).value?.sheets[0];
  const rows = (sheet?.rows ?? []).map((row) => [...(row ?? [])].map((value) => value ?? null));
  const header = rows.findIndex((row) => row.includes("任务名称"));
  const column = (name: string) => rows[header]?.indexOf(name) ?? -1;
  const [a, b, c] = [header + 1, header + 2, header + 3].map((at) => [...(rows[at] ?? [])]);
  if (!a || !b || !c) throw new Error("no rows");
  a[column("年度目标")] = 1;
  const added = c.map((value, index) =>
    index === column("台账编号") || index === column("行标识") ? null : value,
  );
  added[column("任务名称")] = "新建社区食堂";
  if (column("指标名称") >= 0) added[column("指标名称")] = "新建社区食堂数";
  const changed = [...rows.slice(0, header + 1), c, a, added, ...rows.slice(header + 4)];
  const edited = { file: form.file, bytes: writeWorkbook([{ name: "月报表", rows: changed }]) };
  const result = collect(ledger, [edited]);
  const found = result.findings.map(({ code }) => code);
  for (const code of ["C03", "C04", "C05", "T08"]) expect(found, code).toContain(code);
  const twice = collect(ledger, [filled, { ...edited, file: "残联-改.xlsx" }]);
  expect(twice.findings.map(({ code }) => code)).toContain("C02");
  const place = cellPlace(form.file, "月报表", cellRef(header + 1, column("本年累计完成")));
  const other = editWorkbook(filled.bytes, [
    {
      kind: "setCell",
      at: place,
      before: { value: a[column("本年累计完成")] ?? null },
      after: { value: 77 },
    },
  ]).value;
  if (!other) throw new Error("no edit");
  const disputed = collect(ledger, [filled, { file: "残联-改.xlsx", bytes: other }]);
  expect(disputed.rows.filter(({ why }) => why === "disputed")).toHaveLength(1);
  expect(disputed.findings.find(({ code }) => code === "C02")).toMatchObject({
    severity: "A",
    args: { rows: 1 },
  });
  const same = collect(ledger, [filled, { ...filled, file: "残联(1).xlsx" }]);
  expect(same.findings.find(({ code }) => code === "C02")).toMatchObject({
    severity: "D",
    args: { rows: 0 },
  });
  expect(same.rows.filter(({ why }) => why === "disputed")).toEqual([]);
});

test("例子都在", () => expect(existsSync(resolve(examples, "nanguan-2016/台账.xlsx"))).toBe(true));

test("程序填的表，完成率公式没有算过，不因此退回", () => {
  const [, ledger] = ledgers[0] ?? ["", []];
  const files = sent(ledger).map(({ file, bytes }) => fill(file, bytes, false));
  const codes = new Set(collect(ledger, files).findings.map(({ code }) => code));
  expect(codes.has("F02")).toBe(false);
});

test("累计按填报口径填“—”时，同比和完成率公式留空，不成为错误值", () => {
  const [ledger] = ledgers;
  const { files } = splitLedger(ledger?.[1] ?? [], { period: "2016-11" });
  const formulas = files.flatMap(({ layouts }) =>
    layouts.flatMap(({ rows }) =>
      rows
        .flat()
        .flatMap((cell) =>
          cell !== null && typeof cell === "object" && "formula" in cell && cell.formula
            ? [cell.formula]
            : [],
        ),
    ),
  );
  expect(formulas.length).toBeGreaterThan(0);
  for (const formula of formulas)
    expect(formula).toMatch(
      /^IF\(OR\(NOT\(ISNUMBER\([A-Z]\d+\)\),(?:N\([A-Z]\d+\)<=0|NOT\(ISNUMBER\([A-Z]\d+\)\))\),"",/,
    );
});
