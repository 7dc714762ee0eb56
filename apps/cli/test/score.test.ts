import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { valueAt } from "@taizhang/grid";
import { readWorkbook, writeWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ScoreDocument } from "../src/output/score.ts";
import { command, document } from "./command.ts";

let folder = "";
const at = (name: string) => join(folder, name);

type Row = readonly (string | number | null)[];
const header = [
  "序号",
  "责任单位",
  "组别",
  "考核指标",
  "任务类型",
  "计量单位",
  "权重",
  "年度目标",
  "累计完成",
  "得分",
];
const sheet = (rows: readonly Row[]) => [{ name: "2016年12月", rows: [["年度考核指标表"], header, ...rows] }];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-score-"));
  writeFileSync(
    at("考核.xlsx"),
    writeWorkbook(
      sheet([
        [1, "民政局", "一组", "新增养老床位", "定量", "张", 60, 100, 90, null],
        [2, "民政局", "一组", "养老服务制度建设", "定性", null, 40, null, null, 36],
        [3, "民政局", "一组", "获省级表彰加分", "定性", null, null, null, null, 2],
        [4, "人社局", "一组", "城镇新增就业", "定量", "人", 60, 13000, 11700, null],
        [5, "人社局", "一组", "就业服务制度建设", "定性", null, 40, null, null, 38],
        [6, "教育局", "二组", "新建学校", "定量", "所", 60, 2, null, null],
        [7, "教育局", "二组", "校园安全制度建设", "定性", null, 40, null, null, 40],
      ]),
    ),
  );
  writeFileSync(
    at("否决.xlsx"),
    writeWorkbook([
      {
        name: "2016年12月",
        rows: [
          ["年度考核指标表"],
          [
            "序号",
            "责任单位",
            "考核指标",
            "计量单位",
            "权重",
            "年度目标",
            "累计完成",
            "办理状态",
            "一票否决事项",
          ],
          [1, "民政局", "新增养老床位", "张", 100, 100, 98, null, "无"],
          [2, "民政局", "一票否决：发生责任事故", null, null, null, null, "未发生", null],
          [3, "住建局", "改造老旧小区", "个", 100, 10, 10, null, "工地发生较大事故"],
          [4, "住建局", "一票否决：群体性上访", null, null, null, null, "发生", null],
        ],
      },
    ]),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("年度考核得分", () => {
  test("权重、组别、评定得分和加分从表上读，按印出的得分在组内排位次", async () => {
    const { exit, scores, evenWeights } = await document<ScoreDocument>(
      "score",
      at("考核.xlsx"),
      "--preset",
      "linear",
    );
    expect(exit).toBe(0);
    expect(evenWeights).toBe(false);
    expect(
      scores.map(({ group, org, points, bonus, final, grade, rank }) => [
        group,
        org,
        points,
        bonus,
        final,
        grade,
        rank,
      ]),
    ).toEqual(
      [
        ["一组", "民政局", "90", "2", "92", "优", 1],
        ["一组", "人社局", "92", "0", "92", "优", 1],
        ["二组", "教育局", "40", "0", "39.5", null, null],
      ].sort(
        (a, b) =>
          Number(a[6] === null) - Number(b[6] === null) || String(a[1]).localeCompare(String(b[1]), "en"),
      ),
    );
    const civil = scores.find(({ org }) => org === "民政局");
    expect(civil?.items.map(({ indicator, score }) => [indicator, score])).toEqual([
      ["新增养老床位", "54"],
      ["养老服务制度建设", "36"],
    ]);
    expect(civil?.lines.map(({ message }) => message)).toEqual([
      "指标得分=54+36=90分。",
      "加分2分：获省级表彰加分。",
      "最终得分=指标得分90+加分2−减分0−报送扣分0=92分。",
      "得分为应有总分的92%，等次为优。",
    ]);
    expect(civil?.items[0]?.sources.length).toBeGreaterThan(0);
  });

  test("一票否决从表上读：列里写明的，和事项行里写发生的；得分不变，等次改为最低", async () => {
    const { scores } = await document<ScoreDocument>("score", at("否决.xlsx"), "--preset", "linear");
    expect(scores.map(({ org, final, grade, vetoes }) => [org, final, grade, vetoes])).toEqual([
      ["住建局", "100", "差", ["工地发生较大事故", "群体性上访"]],
      ["民政局", "98", "优", []],
    ]);
  });

  test("给人看的有总表和逐行的计算过程；英文也是全的", async () => {
    const { out } = await command("score", at("考核.xlsx"), "--preset", "deduct");
    expect(out).toContain("差10个百分点，每满3个百分点计一次，共3次，应扣3分。");
    expect(out).toContain("得分不全");
    const english = await command("score", at("考核.xlsx"), "--preset", "deduct", "--lang", "en");
    expect(english.out).toContain("10% short, once for each full 3%: 3 times, 3 points to take off.");
    expect(english.out).not.toMatch(/[，。；]/);
  });

  test("办法的依据：本软件自定的照实写，晚于本期的写明沿用，机器输出里也有", async () => {
    const of = async (preset: string, ...more: string[]) =>
      (await command("score", at("考核.xlsx"), "--preset", preset, ...more)).out;
    expect(await of("steps")).toMatch(/^计分办法：[^（]+（本软件自定），/);
    expect(await of("steps", "--lang", "en")).toMatch(/^Rule steps \(Taizhang's own\),/);
    expect(await of("linear")).toMatch(/^计分办法：[^（]+（沿用2020年2月25日起的办法，晚于本期），/);
    expect(await of("efficacy")).toMatch(/^计分办法：[^（]+（1999年7月9日起适用），/);
    const rule = async (preset: string) =>
      (await document<ScoreDocument>("score", at("考核.xlsx"), "--preset", preset)).rule;
    expect(await rule("steps")).toMatchObject({ own: true });
    expect(await rule("linear")).toMatchObject({ since: "2020-02-25", early: true });
    expect(await rule("efficacy")).not.toHaveProperty("early");
  });

  test("考核项数悬殊的，位次旁边列出项数，并说明位次怎样看；项数相近的不说", async () => {
    const rows = (counts: Readonly<Record<string, number>>): Row[] =>
      Object.entries(counts).flatMap(([org, count]) =>
        Array.from(
          { length: count },
          (_, n): Row => [n, org, null, `${org}任务${n}`, "定量", "个", null, 10, 9, null],
        ),
      );
    writeFileSync(at("悬殊.xlsx"), writeWorkbook(sheet(rows({ 民政局: 5, 教育局: 1 }))));
    writeFileSync(at("相近.xlsx"), writeWorkbook(sheet(rows({ 民政局: 5, 教育局: 3 }))));
    const run = (name: string, ...more: string[]) =>
      command("score", at(name), "--preset", "linear", ...more);
    const { out } = await run("悬殊.xlsx", "-o", at("悬殊得分.xlsx"));
    expect(out).toContain("考核项数");
    expect(out).toContain(
      "各单位考核项数相差较大（最少1项，最多5项），项数少的单位一项得失就会改变位次，位次仅供任务量相近的单位之间比较；需要分组排名的，请在表里加“组别”一列。",
    );
    const { value } = readWorkbook(readFileSync(at("悬殊得分.xlsx")), { file: "" });
    const [summary] = value?.sheets ?? [];
    expect(summary && valueAt(summary, 1, 0)).toMatch(
      /最少1项，最多5项），位次仅供任务量相近的单位之间比较。$/,
    );
    expect((await run("悬殊.xlsx", "--lang", "en")).out).toContain(
      "organisations are scored by very different numbers of indicators (1 to 5)",
    );
    const { breadth } = await document<ScoreDocument>("score", at("悬殊.xlsx"), "--preset", "linear");
    expect(breadth).toEqual([{ group: "", fewest: 1, most: 5 }]);
    expect((await run("相近.xlsx")).out).not.toContain("相差较大");
  });

  test("写出的工作簿有汇总和明细，最终得分是公式，值与输出相同", async () => {
    const out = at("考核得分.xlsx");
    expect((await command("score", at("考核.xlsx"), "--preset", "linear", "-o", out)).exit).toBe(0);
    const { value } = readWorkbook(readFileSync(out), { file: out });
    const [summary, detail] = value?.sheets ?? [];
    expect([summary?.name, detail?.name]).toEqual(["考核得分", "得分明细"]);
    const row = (r: number) =>
      Array.from({ length: 10 }, (_, c) => (summary ? valueAt(summary, r, c) : null));
    expect(row(3)).toEqual([
      "组内位次",
      "组别",
      "单位",
      "指标得分",
      "加分",
      "减分",
      "报送扣分",
      "一票否决事项",
      "最终得分",
      "等次",
    ]);
    const finals = [4, 5, 6].map((r) => [row(r)[2], row(r)[8]]);
    expect(finals).toContainEqual(["民政局", 92]);
    expect(finals).toContainEqual(["教育局", 39.5]);
  });
});
