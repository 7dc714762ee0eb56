import fc from "fast-check";
import { expect, test } from "vitest";
import specs from "../specs/lists.json" with { type: "json" };
import { splitOrgList } from "./org-list.ts";

test.each(specs)("$text", ({ text, parts }) => {
  expect(splitOrgList(text).map((part) => part.text)).toEqual(parts);
});

test("each part is the piece of the text that its offsets say, in order", () => {
  const letters = fc.constantFrom(..."区局委民政、，；及和与等（）() \n1.①牵头单位：乡街道文化旅游");
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 60 }).map((all) => all.join("")),
      (text) => {
        let last = 0;
        for (const part of splitOrgList(text)) {
          expect(part.start).toBeGreaterThanOrEqual(last);
          expect(part.text).not.toBe("");
          expect(text.slice(part.start, part.end)).toBe(part.text);
          last = part.end;
        }
      },
    ),
  );
});

test("names joined by 、 come apart as they were", () => {
  const names = fc.array(fc.constantFrom("区民政局", "区人社局", "各街乡", "相关办事处", "团区委", "残联"), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(names, fc.constantFrom("、", "，", ";", "\n"), (list, joint) => {
      expect(splitOrgList(list.join(joint)).map((part) => part.text)).toEqual(list);
    }),
  );
});

test("a long cell takes linear time", () => {
  const start = performance.now();
  splitOrgList("区民政局和".repeat(1_999));
  splitOrgList("（".repeat(100_000));
  expect(performance.now() - start).toBeLessThan(20_000);
});
