import { describe, expect, test } from "vitest";
import { en } from "./messages.en.ts";
import { zhCN } from "./messages.zh-CN.ts";
import type { Note, NoteCode, NoteFacts } from "./note.ts";
import { sayNote } from "./say-note.ts";

const at = [{ kind: "cell" as const, file: "01-民政局.xlsx", sheet: "台账", ref: "G24" }];
/** An example of the facts of each note: a note without one does not compile. */
const examples: { readonly [Code in NoteCode]: NoteFacts[Code] } = {
  notAdditive: { indicator: "城镇登记失业率", orgs: 6 },
  undecided: { indicator: "营商环境" },
  parentFigure: { by: "眉山市" },
  parentTarget: { by: "眉山市" },
  fromParts: { numerator: "城镇常住人口", denominator: "常住人口", orgs: 6 },
  rateDiffers: { org: "寅县", by: "寅县", printed: "30", computed: "25" },
  targetRepeated: { target: "4.3", orgs: 6 },
  lowerBound: { indicator: "新增就业", missing: ["寅县", "卯县"], partly: ["卯县"] },
  reportedOnly: { reported: 3, missing: ["寅县", "卯县"], partly: ["卯县"] },
  noPeriod: {},
  emptyLater: { periods: ["2016-06", "2016-07", "2016-12"] },
  fromSuperior: { orgs: ["寅县"], by: "眉山市" },
  undated: { orgs: ["寅县"], period: "2016-10", at },
  sharedTarget: { orgs: ["子县", "丑区"], target: "30", counted: true },
  sharedActual: { orgs: ["子县", "丑区"], amount: "28", counted: false, at },
  carriedForward: { org: "寅县", period: "2016-09", amount: "12500" },
  monthsMissing: { org: "寅县", months: ["2016-02", "2016Q2"] },
  partlyReported: { org: "寅县", reported: 1, expected: 2 },
  superiorHasFigure: { org: "寅县", by: "眉山市", amount: "12500", at },
  textNumber: { count: 1, at },
  unitInValue: { count: 1, at },
  unreadable: { org: "寅县", at },
  error: { org: "寅县", at },
  uncalculated: { org: "寅县", at },
  duplicateNotCounted: { org: "寅县", amount: "8", at },
  unitsDiffer: { indicator: "文化活动", units: ["人次", "", "场"] },
  noTarget: { amount: "30", orgs: ["开发区"] },
  severalSources: { chosen: "市下达", others: ["区自定"] },
  targetsDiffer: { org: "寅县", used: "100", other: "120" },
  targetVersion: {
    org: "寅县",
    value: "80",
    from: "2016-07-01",
    approval: "云政发〔2016〕12号",
    reason: "任务调整",
  },
  superiorDiffers: { org: "寅县", by: "甲市", reported: "303", used: "300", difference: "3" },
  periodTarget: { period: "2016Q3", parts: 3 },
  targetsLacking: { org: "寅县", months: ["2016-07"] },
  nodesLapsed: { org: "寅县" },
  strictBound: { amount: "12", bound: "lt" },
  parentDiffers: { reported: "60700", below: "60730", difference: "-30", missing: 0 },
  parentTargetDiffers: { reported: "100", below: "90", difference: "10" },
  jointDiffers: { org: "区城管局", amount: "9", used: "8" },
  joint: { count: 2 },
  notApplicable: { org: "寅县" },
  pending: { orgs: ["寅县"] },
  ceilingUse: { rate: "0.583333", state: "open" },
  met: { gap: "-0.13", unit: "%" },
  notMet: { gap: "2", unit: "起" },
  stretchRate: { rate: "0.5" },
  progress: { rate: "0.6" },
  returnStates: { counts: [{ state: "reviewed", orgs: 2 }], returns: "latest" },
  sentBack: { orgs: ["寅县"] },
  notReviewed: { orgs: ["寅县"] },
  correction: { org: "寅县", period: "2016-09", frozen: "90", corrected: "1092", counted: false, at },
  released: {
    code: "X01",
    by: "李某",
    reason: "已与财政局核对一致",
    at: [{ kind: "cell", file: "a.xlsx", sheet: "台账", ref: "C4" }],
  },
};
const notes = Object.entries(examples).map(([code, args]) => ({ code, args }) as Note);

describe("sayNote", () => {
  test("every note has words in both languages, each its own", () => {
    expect(Object.keys(zhCN).sort()).toEqual(Object.keys(examples).sort());
    expect(Object.keys(en).sort()).toEqual(Object.keys(examples).sort());
    const said = notes.flatMap((note) => [sayNote(note, "zh-CN"), sayNote(note, "en")]);
    expect(new Set(said).size).toBe(said.length);
    for (const sentence of said) expect(sentence).not.toMatch(/undefined|NaN|\[object|null/);
  });

  test("Chinese ends with 。 and holds no half-width comma between words; English holds no Chinese but names", () => {
    for (const note of notes) {
      expect(sayNote(note, "zh-CN")).toMatch(/。$/);
      expect(sayNote(note, "zh-CN")).not.toMatch(/[一-鿿],[一-鿿]/);
      expect(sayNote(note, "en")).toMatch(/\.$/);
      expect(sayNote(note, "en")).not.toMatch(/[。，；]/);
    }
  });

  test.each<[Note, string]>([
    [
      { code: "carriedForward", args: examples.carriedForward },
      "寅县本期没有可用的累计数，沿用9月的累计数12,500。",
    ],
    [
      { code: "noTarget", args: { amount: "30", orgs: ["开发区", "丑区"], otherSource: ["丑区"] } },
      "另有无目标单位完成数30（开发区、丑区），不计入完成数和指标完成率；其中丑区有目标，但不是所考核的来源。",
    ],
    [{ code: "notMet", args: { gap: "0", unit: "起" } }, "未达标，正好等于目标，而目标不含本数。"],
    [
      { code: "targetRepeated", args: { target: "3", targetMax: "5", orgs: 2 } },
      "2家的目标同为3至5，是同一要求，不相加。",
    ],
    [{ code: "ceilingUse", args: { rate: "0.99999", state: "ended" } }, "额度使用率99.999%。"],
    [{ code: "joint", args: examples.joint }, "共同牵头2项重复列示，合计已剔重。"],
    [
      { code: "correction", args: examples.correction },
      "寅县9月的报表已经锁定，锁定的数是90，后来报的更正数1,092没有计入（01-民政局.xlsx《台账》G24）；同意更正的，请重新锁定后再汇总。",
    ],
    [
      { code: "correction", args: { ...examples.correction, counted: true, at: [] } },
      "寅县9月的数锁定以后作了更正，由90改为1,092，按更正后的数计入。",
    ],
    [
      { code: "correction", args: { ...examples.correction, period: "", frozen: "", at: [] } },
      "寅县本期的报表已经锁定，锁定的表里没有这个数，后来报的更正数1,092没有计入；同意更正的，请重新锁定后再汇总。",
    ],
    [
      { code: "correction", args: { ...examples.correction, frozen: "", counted: true, at: [] } },
      "寅县9月的报表锁定时没有这个数，后来作了更正，按更正后的1,092计入。",
    ],
    [
      { code: "parentDiffers", args: examples.parentDiffers },
      "上级上报数60,700，下级合计60,730，上级少30，超出四舍五入的允许误差，请核对。",
    ],
    [
      { code: "monthsMissing", args: examples.monthsMissing },
      "寅县只报当期数，缺2月、二季度，无法得出累计数，已报各期之和按“至少”列示。",
    ],
    [
      { code: "textNumber", args: examples.textNumber },
      "有1个数以文本格式保存（01-民政局.xlsx《台账》G24），已按所写的数计入；原表的求和公式会漏掉这类数。",
    ],
    [
      { code: "superiorHasFigure", args: { org: "寅县", by: "眉山市", amount: "12500", at } },
      "寅县自己的报表里没有可用的数，眉山市的表里有12,500（01-民政局.xlsx《台账》G24）；以本单位填报为准，没有用它代替，请寅县补报。",
    ],
    [{ code: "ceilingUse", args: examples.ceilingUse }, "额度使用率58.33%；是否达标以期末为准。"],
    [
      { code: "ceilingUse", args: { rate: "1.25", state: "passed" } },
      "额度使用率125%；已超出上限，年内无法挽回。",
    ],
    [{ code: "ceilingUse", args: { state: "passed" } }, "已超出上限，年内无法挽回。"],
    [{ code: "ceilingUse", args: { rate: "0.5", state: "ended" } }, "额度使用率50%。"],
    [
      { code: "reportedOnly", args: examples.reportedOnly },
      "合计仅含已报3家；寅县本期没有可用的数，卯县没有报齐。",
    ],
    [
      { code: "reportedOnly", args: { reported: 0, missing: ["卯县"], partly: ["卯县"] } },
      "合计仅含已报的数；卯县没有报齐。",
    ],
    [{ code: "met", args: examples.met }, "达标，比目标低0.13个百分点。"],
    [{ code: "met", args: { gap: "0", unit: "%" } }, "达标。"],
    [
      {
        code: "lowerBound",
        args: { indicator: "新增就业", missing: ["甲", "乙", "丙", "丁", "戊", "己", "庚"], partly: [] },
      },
      "“新增就业”：甲、乙、丙、丁、戊、己等7家本期没有可用的数，合计按“至少”列示。",
    ],
    [
      { code: "lowerBound", args: examples.lowerBound },
      "“新增就业”：寅县本期没有可用的数，卯县没有报齐，合计按“至少”列示。",
    ],
    [
      { code: "fromSuperior", args: examples.fromSuperior },
      "寅县没有单独的报表，数取自上级表（眉山市），计入实报。",
    ],
    [
      { code: "sharedTarget", args: examples.sharedTarget },
      "目标30没有分到各家，是子县、丑区共同的目标，合计只计一次；如已分解，请分别填写。",
    ],
    [
      { code: "jointDiffers", args: { org: "区城管局", amount: "9", used: "" } },
      "本项以数据报送单位的数为准，该单位未报；区城管局报的9仅供核对。",
    ],
  ])("%o", (note, sentence) => {
    expect(sayNote(note)).toBe(sentence);
  });
});
