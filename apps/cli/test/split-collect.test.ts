import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { cellPlace, valueAt } from "@taizhang/grid";
import { editWorkbook, readWorkbook, writeWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CollectDocument, collectDocument } from "../src/output/collect.ts";
import { type SplitDocument, splitDocument } from "../src/output/split.ts";
import { command, document } from "./command.ts";

const example = resolve(import.meta.dirname, "../../../examples/nanguan-2016");
const ledger = join(example, "台账.xlsx");
const returns = join(example, "2016-10");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-collect-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("split", () => {
  test("一个牵头单位一个文件，JSON合乎公布的格式", async () => {
    const out = join(folder, "下发");
    const printed = await document<SplitDocument>(
      "split",
      ledger,
      "-o",
      out,
      "--period",
      "2016-11",
      "--due",
      "2016-11-25",
    );
    expect(splitDocument.safeParse(printed).error).toBeUndefined();
    // The ledger's own A and B go out with it: an org that nobody knows would never get its form.
    expect(printed.findings.map(({ code, severity, ref }) => [code, severity, ref])).toEqual([
      ["T01", "A", "K49"],
      ["U01", "A", "N18"],
      ["D01", "B", "L55"],
    ]);
    expect(printed.exit).toBe(1);
    expect(readdirSync(out).sort()).toEqual(printed.files.map(({ file }) => basename(file)).sort());
    expect(printed.files.map(({ rows }) => rows).reduce((a, b) => a + b)).toBe(79);
  });

  test("上月累计从上月报表取；下发的表自查没有A级问题", async () => {
    const out = join(folder, "带上月");
    await command("split", ledger, "-o", out, "--period", "2016-11", "--last", returns);
    const { findings } = await document<{ findings: { severity: string; code: string }[] }>(
      "check",
      join(out, "残联.xlsx"),
    );
    expect(findings.filter(({ severity }) => severity === "A" || severity === "B")).toEqual([]);
  });

  test.each([
    [["--by", "leader"], "不能按“leader”拆分"],
    [["--period", "十一月"], "无法识别报告期"],
    [["--due", "月底"], "无法识别日期"],
  ])("用法有误：%s", async (more, says) => {
    const { exit, err } = await command("split", ledger, "-o", join(folder, "无"), ...more);
    expect(exit).toBe(2);
    expect(err).toContain(says);
  });

  test("没有街乡牵头的台账按街乡拆：写明没有拆，有街乡的不说", async () => {
    const { err } = await command("split", ledger, "-o", join(folder, "街乡"), "--by", "town");
    expect(err).toContain("没有由街乡牵头的任务");
    const towns = join(folder, "街乡台账.xlsx");
    const rows = [
      ["2016年南关区任务分解表", null, null, null],
      ["任务名称", "计量单位", "年度目标", "牵头单位"],
      ["新建公厕", "座", 5, "桃源街道"],
      ["新建公厕", "座", 3, "新春街道"],
    ];
    writeFileSync(towns, writeWorkbook([{ name: "任务分解表", rows }]));
    const split = await command("split", towns, "-o", join(folder, "街乡二"), "--by", "town");
    expect(split.err).not.toContain("没有由街乡");
  });

  test("按板块拆", async () => {
    const { files } = await document<SplitDocument>(
      "split",
      ledger,
      "-o",
      join(folder, "板块"),
      "--by",
      "program",
    );
    expect(files.length).toBeGreaterThan(3);
    expect(files.map(({ rows }) => rows).reduce((a, b) => a + b)).toBe(79);
  });
});

describe("collect", () => {
  test("登记、合并、退回单，JSON合乎公布的格式，收到的文件不动", async () => {
    const before = readdirSync(returns).map((name) => readFileSync(join(returns, name)).toString("base64"));
    const out = join(folder, "登记");
    const printed = await document<CollectDocument>(
      "collect",
      ledger,
      returns,
      "-o",
      out,
      "--period",
      "2016-10",
    );
    expect(collectDocument.safeParse(printed).error).toBeUndefined();
    const state = Object.fromEntries(printed.register.map((line) => [line.org, line.state]));
    expect(state).toMatchObject({
      环卫局: "missing",
      老龄办: "missing",
      住建局: "sentBack",
      组织部: "reported",
    });
    expect(printed.register).toHaveLength(17);
    expect(readdirSync(join(out, "退回单"))).toContain("住建局.xlsx");
    expect(readdirSync(returns).map((name) => readFileSync(join(returns, name)).toString("base64"))).toEqual(
      before,
    );
    expect(printed.exit).toBe(1);
  });

  test.each([
    ["zh-CN", "未报（收到空表）", "应报17家，实报1家；台账79行，计入"],
    ["en", "missing (empty form)", "1 of 17 organisations sent a return; "],
  ])("下发的表原样送回来是未报，收到的是空表，不计入（%s）", async (lang, state, total) => {
    const sent = join(folder, `空表-${lang}`);
    await command("split", ledger, "-o", sent, "--period", "2016-10");
    const filled = join(returns, "组织部.xlsx");
    const out = join(folder, `收空表-${lang}.xlsx`);
    const run = ["collect", ledger, sent, filled, "-o", out, "--period", "2016-10"];
    const printed = await command(...run, "--lang", lang);
    expect(printed.out.match(new RegExp(state.replace(/[()]/g, "\\$&"), "g"))).toHaveLength(16);
    expect(printed.out).toContain(total);
    const { register, rows } = await document<CollectDocument>(...run, "--force");
    const counted = rows.filter(({ taken }) => taken !== null);
    expect(new Set(counted.map(({ org }) => org))).toEqual(new Set(["组织部"]));
    expect(register.find(({ org }) => org === "残联")).toMatchObject({
      state: "missing",
      empty: true,
      answered: 0,
      files: [join(sent, "残联.xlsx")],
    });
    expect(register.find(({ org }) => org === "组织部")).toMatchObject({ state: "reported", empty: false });
    const [sheet, reminders] = readWorkbook(readFileSync(out), { file: out }).value?.sheets ?? [];
    const texts = (grid: typeof sheet) => (grid?.rows ?? []).flatMap((row) => row ?? []).map(String);
    expect(texts(sheet)).toContain(
      "应报17家，实报1家，未报16家（其中16家只收到空表）；应报79项，实报" +
        `${register.reduce((sum, { answered }) => sum + answered, 0)}项。`,
    );
    expect(texts(reminders).filter((text) => text === "未报（收到空表）")).toHaveLength(16);
  });

  test("上次退回、这次改好的是重报；都写在一个工作簿里", async () => {
    const first = join(folder, "登记", "收件登记.xlsx");
    const mended = join(folder, "改好");
    await command("check", join(returns, "文体局.xlsx"), "--fix", "-o", join(mended, "文体局.xlsx"));
    const out = join(folder, "再收.xlsx");
    const { register, written } = await document<CollectDocument>(
      "collect",
      ledger,
      join(mended, "文体局.xlsx"),
      "-o",
      out,
      "--before",
      first,
    );
    expect(register.find(({ org }) => org === "文体局")?.state).toBe("again");
    expect(register.find(({ org }) => org === "住建局")?.state).toBe("sentBack");
    expect(written).toEqual([out]);
  });

  test("上次的登记是另一期的，或者不是登记表，就不收：二月已报的，三月并没有报", async () => {
    const [first, out] = [join(folder, "登记", "收件登记.xlsx"), join(folder, "三月.xlsx")];
    const other = await command(
      "collect",
      ledger,
      returns,
      "-o",
      out,
      "--period",
      "2016-03",
      "--before",
      first,
    );
    expect([other.exit, other.err]).toEqual([
      2,
      expect.stringContaining("收件登记，本次收的是2016年3月的报表"),
    ]);
    const asked = ["collect", ledger, returns, "-o", join(folder, "十一月登记.xlsx"), "--period", "2016-11"];
    const next = await document<CollectDocument>(...asked, "--before", first);
    expect(next.register.filter(({ state }) => state === "reported")).toEqual([]);
    // Without --period the returns say of which month they are, and November's register is none of October's.
    const november = join(folder, "十一月登记.xlsx");
    const later = await command("collect", ledger, returns, "-o", out, "--before", november);
    expect([later.exit, later.err]).toEqual([2, expect.stringContaining("本次收的是2016年10月的报表")]);
    const none = await command("collect", ledger, returns, "-o", out, "--before", ledger);
    expect([none.exit, none.err]).toEqual([2, expect.stringContaining("里没有收件登记")]);
    expect(existsSync(out)).toBe(false);
  });

  test("表头的填报单位和台账编号都被删了，凭隐藏的行标识认出单位：不再说它没报，也不再问是谁报的", async () => {
    const sent = join(folder, "十一月");
    await command("split", ledger, "-o", sent, "--period", "2016-11");
    const file = join(sent, "报表.xlsx");
    const bytes = readFileSync(join(sent, "司法局.xlsx"));
    const [grid] = readWorkbook(bytes, { file }).value?.sheets ?? [];
    const clear = ["A2", "A4", "A5"].map((ref, row) => {
      const at = cellPlace(file, "月报表", ref);
      const before = { value: grid ? valueAt(grid, [1, 3, 4][row] as number, 0) : null };
      return { kind: "setCell" as const, at, before, after: { value: null } };
    });
    const edited = editWorkbook(bytes, clear);
    expect(edited.skipped).toEqual([]);
    writeFileSync(file, edited.value as Uint8Array);
    rmSync(join(sent, "司法局.xlsx"));
    const { register, findings } = await document<CollectDocument>(
      "collect",
      ledger,
      sent,
      "-o",
      join(folder, "凭行标识.xlsx"),
      "--period",
      "2016-11",
    );
    expect(register.find(({ org }) => org === "司法局")?.files).toEqual([file]);
    expect(findings.filter(({ code, message }) => code === "S01" || message.includes("司法局"))).toEqual([]);
  });

  test.each([
    ["正常推进", 1, ["M04"]],
    ["未启动", 2, []],
  ])("有年度目标而只写了文字、没有填数，状态是%s", async (status, answered, codes) => {
    const sent = join(folder, `只有文字${status}`);
    await command("split", ledger, "-o", sent, "--period", "2016-11");
    const file = join(sent, "人社局.xlsx");
    const bytes = readFileSync(file);
    const fill = [
      ["I5", 11_420],
      ["M6", "举办招聘会12场"],
      ["N6", status],
    ].map(([ref, value]) => ({
      kind: "setCell" as const,
      at: cellPlace(file, "月报表", ref as string),
      before: { value: null },
      after: { value: value as string | number },
    }));
    const edited = editWorkbook(bytes, fill);
    expect(edited.skipped).toEqual([]);
    writeFileSync(file, edited.value as Uint8Array);
    const out = join(folder, `${status}.xlsx`);
    const { register, findings } = await document<CollectDocument>("collect", ledger, file, "-o", out);
    expect(register.find(({ org }) => org === "人社局")).toMatchObject({ expected: 2, answered });
    expect(
      findings.filter(({ file: own, code }) => own === file && code === "M04").map(({ code }) => code),
    ).toEqual(codes);
  });

  test("给人看的：每个单位一行，写明合计和写出的文件", async () => {
    const { out, exit } = await command("collect", ledger, returns, "-o", join(folder, "看.xlsx"));
    expect(out).toContain("应报17家，实报15家；台账79行，计入75行。");
    expect(out).toContain("已写出");
    expect(exit).toBe(1);
    const english = await command(
      "collect",
      ledger,
      returns,
      "-o",
      join(folder, "look.xlsx"),
      "--lang",
      "en",
    );
    expect(english.out).toContain(
      "15 of 17 organisations sent a return; 75 of 79 rows of the ledger were taken.",
    );
  });
});
