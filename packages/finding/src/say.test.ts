import { describe, expect, test } from "vitest";
import sentences from "../specs/sentences.json" with { type: "json" };
import { catalog } from "./catalog.ts";
import type { FindingCode } from "./facts.ts";
import { type Finding, finding } from "./finding.ts";
import { say } from "./say.ts";

interface Case {
  readonly code: FindingCode;
  readonly args: Finding["args"];
  readonly ref: string;
  readonly "zh-CN": string;
  readonly en: string;
}

const cases = sentences as readonly Case[];

const made = ({ code, args, ref }: Case): Finding =>
  finding(code, args as never, [
    ref === ""
      ? { kind: "record", type: "file", id: "甲.xlsx", field: "" }
      : { kind: "cell", file: "甲.xlsx", sheet: "台账", ref },
  ]);

test("每个代码都有例句", () => {
  expect([...new Set(cases.map(({ code }) => code))]).toEqual(Object.keys(catalog));
});

describe.each(cases.map((one) => [`${one.code} ${one["zh-CN"].slice(0, 20)}`, one] as const))(
  "%s",
  (_, one) => {
    test("两种语言", () => {
      expect(say(made(one), "zh-CN")).toBe(one["zh-CN"]);
      expect(say(made(one), "en")).toBe(one.en);
    });

    test("一句话，先说发现，再说怎么办；不责备，不说行话", () => {
      const chinese = one["zh-CN"];
      expect(chinese).toMatch(/^[^。]+。$/);
      expect(chinese).toContain("请");
      expect(chinese).not.toMatch(/非法|无效|错误(?!值)|失败|违规|null|undefined|string|number|NaN|\[object/);
      expect(chinese).not.toMatch(/\p{Script=Han} \w|\w \p{Script=Han}/u);
      expect(chinese).not.toMatch(/["'`;]/);
      expect(one.en).toMatch(/^.+\.$/s);
      expect(one.en).not.toMatch(/undefined|null|NaN|\[object|invalid|illegal/i);
    });
  },
);

test("严重程度按目录，规则可选的只有目录列出的", () => {
  for (const [code, { severity, alternatives = [], title }] of Object.entries(catalog)) {
    expect("ABCD").toContain(severity);
    expect(alternatives, code).not.toContain(severity);
    expect(title["zh-CN"], code).not.toMatch(/\p{Script=Han} \w|\w \p{Script=Han}/u);
  }
  const found = finding("V02", { text: "33个", amount: "33", unit: "个" }, [], { severity: "D" });
  expect(found).toMatchObject({ code: "V02", severity: "D", status: "open", related: [] });
  expect("fix" in found).toBe(false);
});
