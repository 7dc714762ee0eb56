import { catalog, type Finding } from "@taizhang/finding";
import { describe, expect, test } from "vitest";
import { check } from "../check.ts";
import { readingOfExample } from "./example-readings.ts";
import type { Example } from "./rule.ts";
import { rules } from "./rules.ts";

const run = (example: Example): Finding[] =>
  check([example, ...(example.beside ?? [])].map(readingOfExample), {
    ...(example.ledger ? { ledger: [readingOfExample({ file: "台账.xlsx", ...example.ledger })] } : {}),
    ...(example.last ? { last: [readingOfExample({ file: "上月.xlsx", ...example.last })] } : {}),
    ...(example.on ? { on: example.on } : {}),
    ...(example.period ? { period: example.period } : {}),
    ...(example.within ? { within: example.within } : {}),
  });

const written = ({ fix }: Finding) =>
  fix?.edits.flatMap((edit) => (edit.kind === "setCell" ? [edit.after.value] : []));

test("每条规则一个代码，次序与目录一致", () => {
  const codes = rules.map(({ code }) => code);
  expect(codes).toEqual(Object.keys(catalog).filter((code) => code !== "F01" && !/^[CR]/.test(code)));
});

for (const { code, examples } of rules)
  describe(`${code} ${catalog[code].title["zh-CN"]}`, () => {
    test("正反例各不少于三个", () => {
      const kinds = examples.map(({ finds }) => finds.length > 0);
      const least = Math.min(kinds.filter(Boolean).length, kinds.filter((one) => !one).length);
      expect(least).toBeGreaterThanOrEqual(3);
    });
    test.each(examples.map((example) => [example.title, example] as const))("%s", (_, example) => {
      const all = run(example);
      const own = all.filter((found) => found.code === code);
      expect(
        own.map((found) => {
          const [place] = found.at;
          const values = found.fix?.edits.every(({ kind }) => kind === "setCell")
            ? written(found)
            : undefined;
          return {
            ref: place?.kind === "cell" ? place.ref : "",
            ...(values ? { fix: values } : {}),
            severity: found.severity,
          };
        }),
      ).toEqual(
        example.finds.map(({ ref, fix, severity }) => ({
          ref,
          ...(fix ? { fix } : {}),
          severity: severity ?? catalog[code].severity,
        })),
      );
    });
  });

test.each(
  rules.flatMap(({ code, examples }) =>
    examples
      .filter(({ finds }) => finds.length === 0)
      .map((example) => [`${code} ${example.title}`, example] as const),
  ),
)("反例不报A、B：%s", (_, example) => {
  const serious = run(example).filter(({ severity }) => severity === "A" || severity === "B");
  expect(serious.map(({ code, at, args }) => ({ code, at: at[0], args }))).toEqual([]);
});
