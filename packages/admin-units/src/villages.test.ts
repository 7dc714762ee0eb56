import { expect, test } from "vitest";
// @ts-expect-error a build script without types
import { packVillages, unpackVillages } from "../scripts/villages.mjs";

const rows = [
  { code: "220102001001", name: "华阳社区", streetCode: "220102001" },
  { code: "220102001002", name: "恒安社区", streetCode: "220102001" },
  { code: "220102200200", name: "1幸福村", streetCode: "220102200" },
  { code: "441900003001", name: "东正社区", streetCode: "441900003" },
];

test("villages go to a file a county and come back as they were", () => {
  const files: Map<string, Record<string, string[]>> = packVillages(rows);
  expect([...files.keys()]).toEqual(["220102", "441900"]);
  expect(files.get("220102")).toEqual({
    "220102001": ["001华阳社区", "002恒安社区"],
    "220102200": ["2001幸福村"],
  });
  expect([...files.values()].flatMap((towns) => unpackVillages(towns))).toEqual(rows);
});

test("only the counties asked for", () => {
  expect([...packVillages(rows, ["441900"]).keys()]).toEqual(["441900"]);
});

test("a village outside its town stops the work", () => {
  expect(() => packVillages([{ code: "110101001001", name: "多福巷社区", streetCode: "220102001" }])).toThrow(
    "does not lie in",
  );
});
