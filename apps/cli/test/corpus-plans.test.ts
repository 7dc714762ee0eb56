import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CheckDocument } from "../src/output/check.ts";
import type { ParseDocument } from "../src/output/parse.ts";
import { document } from "./command.ts";

const corpus = resolve(import.meta.dirname, "../../../../shared/corpus");
const present = existsSync(corpus);
if (!present) console.warn("real plans: ../shared/corpus is not here, so they were NOT read");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-plans-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The findings of the five real plans, each explained; a code that is not here would be a surprise. */
const explained: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "000": {
    V09: "转载时混入的“`”",
    S08: "区名、办事处名被打了星号",
    U01: "许衡、府城两个办事处不在部门名录里",
    U04: "“相关办事处”没有写明是哪几个",
    U03: "文末两篇残片没有责任单位",
  },
  "001": { V09: "繁体字和夹注拼音", U03: "全文没有写责任单位" },
  "002": {
    V08: "“20220个”“202210000元”是批量替换年份留下的",
    D02: "“明年”“两年内”越过了2023年",
    U03: "全文没有写责任单位",
  },
  "003": {
    D01: "年份的数字被删（“年7月前”“月6月竣工”）",
    U01: "东峤、南日两个镇的政府不在部门名录里",
    U04: "“各乡镇人民政府”等统称",
  },
  "004": { U01: "自强、新春两个街道不在部门名录里", U04: "“各街乡”要展开" },
};

test.runIf(present).each(Object.entries(explained))(
  "%s：拆解、写台账、检查，问题都有说法",
  async (name, codes) => {
    const out = join(folder, `${name}.xlsx`);
    const { findings, exit } = await document<ParseDocument>("parse", join(corpus, `${name}.txt`), "-o", out);
    expect(exit).toBe(0);
    expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(Object.keys(codes).sort());
    const checked = await document<CheckDocument>("check", out);
    expect(checked.errors).toEqual([]);
    const serious = checked.findings.filter(
      ({ severity, code }) => /[AB]/.test(severity) && !(code in codes),
    );
    expect(serious).toEqual([]);
  },
);
