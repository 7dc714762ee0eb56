import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { CheckDocument } from "../src/output/check.ts";
import type { RollupDocument } from "../src/output/rollup.ts";
import { document } from "./command.ts";

const examples = resolve(import.meta.dirname, "../../../examples");
const meishan = join(examples, "meishan-2019");
const nanguan = join(examples, "nanguan-2016");
const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), "utf8")) as T;
const same = (a: string | null | undefined, b: string | null | undefined) =>
  a === b || (a !== null && b !== null && a !== undefined && b !== undefined && Number(a) === Number(b));

interface Expected {
  readonly indicator: string;
  readonly target?: string | null;
  readonly actual?: string | null;
  readonly completion?: string | null;
  readonly reported?: number;
  readonly expected?: number;
  readonly missing?: readonly string[];
  readonly parentReported?: string;
  readonly difference?: string;
  readonly pace?: string;
  readonly light?: string;
  readonly stretch?: string;
  readonly note?: string;
  readonly onlyAt?: string;
  readonly division?: string;
  readonly department?: string;
  readonly program?: string;
}

/** The parts of a cell that the expectation speaks of, in the expectation's own spelling of numbers. */
function spokenOf(cell: RollupDocument["cells"][number] | undefined, expected: Expected) {
  const part = (name: keyof Expected & keyof RollupDocument["cells"][number]) => {
    if (expected[name] === undefined) return {};
    const got = cell?.[name];
    const number = typeof got === "string" || got === null;
    return { [name]: number && same(got, expected[name] as string) ? expected[name] : got };
  };
  return Object.assign(
    {},
    ...(
      [
        "target",
        "actual",
        "completion",
        "reported",
        "expected",
        "missing",
        "parentReported",
        "difference",
        "pace",
        "light",
        "stretch",
      ] as const
    ).map(part),
  );
}
const onlyNumbers = ({ indicator, division, department, program, note, onlyAt, ...rest }: Expected) => {
  const { published, unit, notes, about, ...spoken } = rest as Record<string, unknown>;
  return spoken;
};

describe("眉山市2019年：汇总数等于公布数", async () => {
  const { total, byDivision, findings } = json<{
    total: Expected[];
    byDivision: Expected[];
    findings: { file: string; sheet: string; ref: string; code: string }[];
  }>(meishan, "expected.json");
  const rolled = await document<RollupDocument>("rollup", join(meishan, "returns"), "--by", "division");

  test.each(total)("合计：$indicator", (expected) => {
    const cell = rolled.cells.find(
      ({ key, indicator }) => Object.keys(key).length === 0 && indicator === expected.indicator,
    );
    expect(spokenOf(cell, expected)).toEqual(onlyNumbers(expected));
    if (expected.note) expect(cell?.notes.map(({ code }) => code)).toContain(expected.note);
  });

  test.each(byDivision)("$division：$indicator", (expected) => {
    const cell = rolled.cells.find(
      ({ key, indicator }) => key.division === expected.division && indicator === expected.indicator,
    );
    expect(spokenOf(cell, expected)).toEqual(onlyNumbers(expected));
  });

  test("检查只报出文本型数字", async () => {
    const checked = await document<CheckDocument>("check", join(meishan, "returns"));
    const serious = checked.findings.filter(({ severity }) => severity === "A" || severity === "B");
    const spell = ({
      file,
      sheet,
      ref,
      code,
    }: {
      file?: string | undefined;
      sheet?: string | undefined;
      ref?: string | undefined;
      code: string;
    }) => `${file?.split("/").at(-1)} ${sheet} ${ref} ${code}`;
    expect(serious.map(spell).sort()).toEqual(findings.map(spell).sort());
  });
});

describe("南关区2016年10月：台账和报表", async () => {
  const planted = json<
    {
      file: string;
      sheet: string | null;
      ref: string | null;
      code: string;
      severity: string;
      must: boolean;
      what: string;
      scope?: string;
      when?: string;
    }[]
  >(nanguan, "planted.json");
  const ledger = join(nanguan, "台账.xlsx");
  const returns = join(nanguan, "2016-10");
  const checked = await document<CheckDocument>("check", ledger, returns, "--ledger", ledger);
  const expected = json<{
    counts: Record<string, ({ key: Record<string, string> } & Record<string, number>)[]>;
    cells: Expected[];
  }>(nanguan, "expected-rollup.json");
  const by = {
    department: await document<RollupDocument>(
      "rollup",
      returns,
      "--ledger",
      ledger,
      "--by",
      "department",
      "--period",
      "2016-10",
    ),
    program: await document<RollupDocument>(
      "rollup",
      returns,
      "--ledger",
      ledger,
      "--by",
      "program",
      "--period",
      "2016-10",
    ),
  };
  const isFound = (one: (typeof planted)[number]) =>
    checked.findings.some(
      ({ file, sheet, ref, code, severity }) =>
        code === one.code &&
        severity === one.severity &&
        (file ?? "").endsWith(one.file) &&
        sheet === one.sheet &&
        (one.scope === "row"
          ? ref?.replace(/^[A-Z]+/, "") === one.ref?.replace(/^[A-Z]+/, "")
          : ref === one.ref),
    );

  test.each(planted.filter(({ must, when }) => must && when === undefined))(
    "检查报出 $code $file $ref：$what",
    (one) => expect(isFound(one)).toBe(true),
  );

  test("没有多报A、B级问题", () => {
    const extra = checked.findings
      .filter(({ severity }) => severity === "A" || severity === "B")
      .filter(
        ({ code, file, sheet, ref }) =>
          !planted.some(
            (one) =>
              one.code === code &&
              (file === undefined || file.endsWith(one.file)) &&
              (one.sheet === null ||
                (sheet === one.sheet &&
                  (ref === one.ref ||
                    (one.scope === "row" &&
                      ref?.replace(/^[A-Z]+/, "") === one.ref?.replace(/^[A-Z]+/, ""))))),
          ),
      )
      .map(({ code, file, ref, message }) => `${code} ${file} ${ref} ${message}`);
    expect(extra).toEqual([]);
  });

  test("旧格式文件说明怎么办，其余照常", async () => {
    const both = await document<CheckDocument>("check", join(nanguan, "旧格式"), ledger);
    expect(both.exit).toBe(2);
    expect(both.errors).toHaveLength(1);
    expect(both.errors[0]?.message).toContain("另存为");
    expect(both.findings.length).toBeGreaterThan(1);
  });

  describe.each(["department", "program"] as const)("按 %s 统计任务", (dimension) => {
    test.each([...(expected.counts[dimension] ?? []), ...(expected.counts.total ?? [])])("$key", (want) => {
      const got = by[dimension].counts.find(({ key }) => JSON.stringify(key) === JSON.stringify(want.key));
      expect(got).toEqual(want);
    });
  });

  describe.each(["department", "program"] as const)("按 %s 汇总", (dimension) => {
    test.each(expected.cells.filter(({ onlyAt }) => onlyAt === undefined || onlyAt === dimension))(
      "$indicator",
      (want) => {
        const cell = by[dimension].cells.find(
          ({ key, indicator }) => indicator === want.indicator && key[dimension] === want[dimension],
        );
        expect(spokenOf(cell, want)).toEqual(onlyNumbers(want));
      },
    );
  });
});
