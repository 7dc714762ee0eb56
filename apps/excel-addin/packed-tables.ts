import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { gzipSync } from "node:zlib";
import { type Plugin, transformWithOxc } from "vite";
import { packText } from "./pack-text.ts";
import { unpackText } from "./src/engine/packed-text.ts";

/** The tables of the packages, made of their data: nothing but values stands in them. */
const tables = /packages[\\/][\w-]+[\\/]src[\\/]generated[\\/][\w-]+\.ts$/;
const reader = fileURLToPath(new URL("./src/engine/packed-text.ts", import.meta.url));

/** What a department or the end of a division rests on, and what it is called in the table: the pane says none of it. */
const unread = new Set(["departmentIds", "departmentFunctions", "departmentSources", "eventDocuments"]);

const sizeOf = (text: string): number => gzipSync(text).length;

/** A value written as the code that gives it: packed where that is smaller on the way to the reader. */
const written = (name: string, value: unknown): { readonly code: string; readonly packed: boolean } => {
  const plain = JSON.stringify(value);
  const text = typeof value === "string" ? value : plain;
  const packed = packText(text);
  if (unpackText(packed) !== text || !isDeepStrictEqual(JSON.parse(plain), value))
    throw new Error(`the table ${name} does not come back as it was`);
  const code = `/* @__PURE__ */ unpackText("${packed}")`;
  return sizeOf(packed) + 50 < sizeOf(plain)
    ? { packed: true, code: typeof value === "string" ? code : `/* @__PURE__ */ JSON.parse(${code})` }
    : { packed: false, code: plain };
};

/** In the worker, the tables of words, departments and divisions travel packed (打包的数据表). */
export const packedTables = (): Plugin => ({
  name: "taizhang:packed-tables",
  apply: "build",
  enforce: "pre",
  async transform(source, id) {
    if (!tables.test(id)) return undefined;
    const { code } = await transformWithOxc(source, id);
    const values: Record<string, unknown> = await import(
      `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
    );
    const exported = Object.entries(values).map(([name, value]) => ({
      name,
      ...written(name, unread.has(name) ? "" : value),
    }));
    if (!exported.some(({ packed }) => packed)) return undefined;
    return {
      code: [
        `import { unpackText } from ${JSON.stringify(reader)};`,
        ...exported.map(({ name, code: text }) => `export const ${name} = ${text};`),
      ].join("\n"),
      map: null,
    };
  },
});
