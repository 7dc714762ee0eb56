import { expect, test } from "vitest";
import { resolve } from "./resolve.ts";

test("朝阳 alone is ambiguous", () => {
  const answer = resolve("朝阳");
  expect(answer.type).toBe("ambiguous");
  expect(answer.candidates?.map((one) => one.code)).toEqual(
    expect.arrayContaining(["110105", "220104", "211300"]),
  );
});

test("朝阳区 within 220100", () => {
  expect(resolve("朝阳区", { within: "220100" })).toMatchObject({ type: "division", code: "220104" });
});

test("下关区 ended in 2013", () => {
  const answer = resolve("下关区", { within: "320100" });
  expect(answer).toMatchObject({ type: "division", code: "320107", until: "2013-02-08", ended: true });
  expect(answer.successors.map((one) => one.code)).toEqual(["320106"]);
});

test("南官区 suggests 南关区 first", () => {
  const answer = resolve("南官区", { within: "220100" });
  expect(answer.type).toBe("unknown");
  expect(answer.suggestions?.[0]).toMatchObject({ code: "220102", name: "南关区" });
});

test.each(["東坡區", "东 坡 区", "东坡　区", "眉山市东坡区", "四川省眉山东坡"])("%s is 511402", (name) => {
  expect(resolve(name).code).toBe("511402");
});
