import { catalog, type Finding } from "@taizhang/finding";
import { describe, expect, test } from "vitest";
import { runExample } from "./example-readings.ts";
import { rules } from "./rules.ts";

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
      const all = runExample(example);
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
  const serious = runExample(example).filter(({ severity }) => severity === "A" || severity === "B");
  expect(serious.map(({ code, at, args }) => ({ code, at: at[0], args }))).toEqual([]);
});
