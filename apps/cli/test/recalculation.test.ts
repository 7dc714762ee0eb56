import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Grid, isCellError, valueAt } from "@taizhang/grid";
import { readWorkbook } from "@taizhang/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { command } from "./command.ts";

const examples = resolve(import.meta.dirname, "../../../examples");
const soffice = spawnSync("soffice", ["--version"], { encoding: "utf8" }).status === 0;
const required = process.env.TAIZHANG_REQUIRE_SOFFICE === "1";
if (!soffice) console.warn("SKIPPED: no LibreOffice here, so the summary workbook was not recalculated");

const cases = [
  {
    name: "眉山2019",
    argv: ["rollup", join(examples, "meishan-2019/returns"), "--by", "division"],
  },
  {
    name: "南关2016",
    argv: [
      "rollup",
      join(examples, "nanguan-2016/2016-10"),
      "--ledger",
      join(examples, "nanguan-2016/台账.xlsx"),
      "--by",
      "department",
    ],
  },
  {
    name: "眉山2019考核",
    argv: ["score", join(examples, "meishan-2019/returns"), "--preset", "linear"],
  },
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-recalculation-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const gridsOf = (file: string): readonly Grid[] => {
  const { value, findings } = readWorkbook(readFileSync(file), { file });
  expect(findings).toEqual([]);
  return value?.sheets ?? [];
};

/** Takes every cached value away from cells with formulas, so that only calculation can bring it back. */
function stripped(bytes: Uint8Array): { bytes: Uint8Array; formulas: number } {
  let formulas = 0;
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return [name, part];
    const xml = strFromU8(part).replace(/(<f[ >][^<]*<\/f>)<v>[^<]*<\/v>/g, (_, formula: string) => {
      formulas += 1;
      return formula;
    });
    return [name, strToU8(xml)];
  });
  return { bytes: zipSync(Object.fromEntries(parts)), formulas };
}

describe.skipIf(!soffice && !required)("LibreOffice recalculates the summary workbook to our values", () => {
  test.each(cases)("$name", { timeout: 180_000 }, async ({ name, argv }) => {
    const ours = join(folder, `${name}.xlsx`);
    await command(...argv, "-o", ours);
    const bare = stripped(readFileSync(ours));
    expect(bare.formulas).toBeGreaterThan(10);
    const bareFile = join(folder, `${name}-bare.xlsx`);
    writeFileSync(bareFile, bare.bytes);
    const outFolder = join(folder, name);
    mkdirSync(outFolder);
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${join(folder, "profile")}`,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        outFolder,
        bareFile,
      ],
      { stdio: "ignore" },
    );
    const recalculated = gridsOf(join(outFolder, `${name}-bare.xlsx`));
    let compared = 0;
    for (const grid of gridsOf(ours)) {
      const other = recalculated.find((one) => one.name === grid.name);
      expect(other, grid.name).toBeDefined();
      for (const key of grid.formulas.keys()) {
        const [row, column] = [Math.floor(key / 16_384), key % 16_384];
        const want = valueAt(grid, row, column);
        const got = other ? valueAt(other, row, column) : null;
        const place = `${grid.name} row ${row + 1} column ${column + 1}`;
        expect(isCellError(got), place).toBe(false);
        if (typeof want === "number") expect(got, place).toBeCloseTo(want, 9);
        else expect(got, place).toBe(want);
        compared += 1;
      }
    }
    expect(compared).toBe(bare.formulas);
  });
});
