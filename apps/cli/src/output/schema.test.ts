import { expect, test } from "vitest";
import { z } from "zod";
import { checkDocument } from "./check.ts";
import { collectDocument } from "./collect.ts";
import { inspectDocument } from "./inspect.ts";
import { parseDocument } from "./parse.ts";
import { rollupDocument } from "./rollup.ts";
import { scoreDocument } from "./score.ts";
import { splitDocument } from "./split.ts";
import { unitsDocument, unitsResolveDocument } from "./units.ts";

/** The published JSON Schemas are made from the zod schemas; `vitest run -u` writes them anew. */
test.each([
  ["check", checkDocument],
  ["inspect", inspectDocument],
  ["parse", parseDocument],
  ["rollup", rollupDocument],
  ["score", scoreDocument],
  ["collect", collectDocument],
  ["split", splitDocument],
  ["units-resolve", unitsResolveDocument],
  ["units", unitsDocument],
])("schema/%s.schema.json is what the code says", async (name, schema) => {
  const json = `${JSON.stringify({ $id: `https://taizhang.example/schema/${name}.schema.json`, ...z.toJSONSchema(schema) }, null, 2)}\n`;
  await expect(json).toMatchFileSnapshot(`../../schema/${name}.schema.json`);
});
