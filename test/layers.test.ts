import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

/** Packages by layer, from the bottom. A package may use any layer below its own. */
const layers = [
  ["grid"],
  ["finding"],
  ["quantity", "admin-units", "xlsx"],
  ["model"],
  ["plan-text", "kpi"],
  ["sheet", "roll-up-sql"],
  ["report"],
  ["office-host"],
  ["cli", "excel-addin"],
  ["scenario"],
];

/** The folders of the pane, from the bottom: each may use those before it. */
const pane: readonly string[] = ["workbook", "engine", "state", "words", "acts", "parts", "screens"];

/** The folders of the pane's acts, from the bottom: each may use those before it. */
const acts: readonly string[] = ["pane", "check", "fix", "keep", "list", "roll-up", "follow"];

const layerOf = (folder: string) => layers.findIndex((names) => names.includes(folder));

const root = resolve(import.meta.dirname, "..");
interface Manifest {
  name: string;
  private?: boolean;
  description: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  [field: string]: unknown;
}
const packages = ["packages", "apps"].flatMap((group) =>
  readdirSync(join(root, group)).map((folder) => {
    const path = join(root, group, folder);
    const manifest = JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as Manifest;
    return { folder, path, manifest, sources: sourcesBelow(join(path, "src")) };
  }),
);
const rootManifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
const folderOf = new Map(packages.map(({ folder, manifest }) => [manifest.name, folder]));

function sourcesBelow(folder: string): { file: string; text: string; isTest: boolean }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      file,
      text: readFileSync(file, "utf8"),
      isTest: /\.test\.tsx?$|\/testing\//.test(file),
    }));
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, "");
const importsOf = (text: string) =>
  [
    ...withoutComments(text).matchAll(
      /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*|\brequire\(\s*)["']([^"']+)["']/g,
    ),
  ].map(([, name]) => name ?? "");
const packageOf = (specifier: string) =>
  specifier.startsWith("@") ? specifier.split("/").slice(0, 2).join("/") : (specifier.split("/")[0] ?? "");

/** The files that lead back to themselves through the imports of others, types included. */
function circlesOf(sources: readonly { file: string; text: string }[]): string[] {
  const next = new Map(
    sources.map(({ file, text }) => [
      file,
      importsOf(text).flatMap((name) => (name.startsWith(".") ? resolve(file, "..", name) : [])),
    ]),
  );
  const leadsTo = (from: string, to: string) => {
    const seen = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const other of next.get(at) ?? []) {
        if (other === to) return true;
        if (!seen.has(other)) open.push(other);
        seen.add(other);
      }
    return false;
  };
  return [...next.keys()].filter((file) => leadsTo(file, file)).map((file) => file.slice(root.length + 1));
}

/** True for a package's name, and for a path below it that the package exports. */
const isExported = (specifier: string) => {
  const name = packageOf(specifier);
  const exports = packages.find(({ manifest }) => manifest.name === name)?.manifest.exports as
    | object
    | undefined;
  return `.${specifier.slice(name.length)}` in (exports ?? { ".": "" });
};

describe.each(packages)("$folder", ({ folder, path, manifest, sources }) => {
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
  const published = !manifest.private;

  test("has a layer", () => expect(layerOf(folder)).toBeGreaterThanOrEqual(0));

  test("depends only on lower layers", () => {
    const used = Object.keys({ ...declared, ...manifest.devDependencies }).flatMap(
      (name) => folderOf.get(name) ?? [],
    );
    expect(used.filter((other) => layerOf(other) >= layerOf(folder))).toEqual([]);
  });

  // What recognition learns from is made with its own insides: `scenario/src/learning` writes `sheet/src/generated/learnt.ts`.
  test("imports only what it declares, and nothing from inside another package", () => {
    const all = {
      ...(published ? {} : rootManifest.devDependencies),
      ...declared,
      ...(published && folder !== "cli" ? {} : manifest.devDependencies),
    };
    const wrong = sources
      .filter(({ file, isTest }) => !isTest && !file.includes("/scenario/src/learning/"))
      .flatMap(({ file, text }) =>
        importsOf(text)
          .filter((name) => !name.startsWith("node:"))
          .filter((name) =>
            name.startsWith(".")
              ? !resolve(file, "..", name).startsWith(path)
              : !(packageOf(name) in all) || (folderOf.has(packageOf(name)) && !isExported(name)),
          )
          .map((name) => `${file.slice(root.length + 1)}: ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  test.runIf(published && folder !== "cli")("runs in a browser: no Node-only module or global", () => {
    const wrong = sources
      .filter(({ isTest }) => !isTest)
      .filter(
        ({ text }) =>
          importsOf(text).some((name) => name.startsWith("node:")) ||
          /\b(?:process|Buffer|__dirname|__filename|require)\b(?=[.([])/.test(
            text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
          ),
      )
      .map(({ file }) => file.slice(root.length + 1));
    expect(wrong).toEqual([]);
  });

  test.runIf(published && folder !== "cli")("its manifest is like the others", () => {
    const entry = {
      import: { types: "./dist/index.d.ts", default: "./dist/index.js" },
      require: { types: "./dist/index.d.cts", default: "./dist/index.cjs" },
    };
    expect(manifest).toMatchObject({
      name: `@taizhang/${folder}`,
      license: "MIT",
      type: "module",
      sideEffects: false,
      engines: { node: ">=20.19.0" },
      exports: {
        ".": { "@taizhang/source": "./src/index.ts", ...entry },
        "./package.json": "./package.json",
      },
      publishConfig: { access: "public", exports: { ".": entry, "./package.json": "./package.json" } },
      scripts: { build: "tsup --config ../../scripts/tsup.package.ts", typecheck: "tsc -p tsconfig.json" },
    });
    const { exports, publishConfig } = manifest as unknown as {
      exports: Record<string, Record<string, unknown>>;
      publishConfig: { exports: Record<string, unknown> };
    };
    // What is published is what is worked with, less the way to the sources.
    const published = Object.entries(exports).map(([path, target]) => {
      if (typeof target === "string") return [path, target];
      const { "@taizhang/source": _, ...rest } = target;
      return [path, rest];
    });
    expect(publishConfig.exports).toEqual(Object.fromEntries(published));
  });

  test("no folder or file named by kind", () => {
    const kinds = /(?:^|\/)(?:utils?|helpers?|common|core|types?|constants?|misc|shared)(?:\.tsx?)?$/;
    const names = readdirSync(join(path, "src"), { recursive: true }).map(String);
    expect(names.filter((name) => kinds.test(name))).toEqual([]);
  });

  test("no file imports, by whatever way, itself", () => {
    const circles = circlesOf(sources.filter(({ isTest }) => !isTest));
    expect(circles).toEqual([]);
  });

  test("no file over 330 lines", () => {
    const long = sources
      .filter(
        ({ file, text, isTest }) => !isTest && !file.includes("/generated/") && text.split("\n").length > 330,
      )
      .map(({ file }) => file.slice(root.length + 1));
    expect(long).toEqual([]);
  });
});

describe.each([
  ["the pane", "apps/excel-addin/src", pane],
  ["the acts of the pane", "apps/excel-addin/src/acts", acts],
] as const)("the folders of %s", (_, path, order) => {
  const home = join(root, path);
  const files = sourcesBelow(home).filter(({ file }) => file.slice(home.length + 1).includes("/"));
  const folderIn = (file: string) => file.slice(home.length + 1).split("/")[0] ?? "";

  test("each folder has a place in the order", () =>
    expect(new Set(files.map(({ file }) => folderIn(file)))).toEqual(new Set(order)));

  test("look down only", () => {
    const wrong = files.flatMap(({ file, text }) =>
      importsOf(text)
        .map((name) => resolve(file, "..", name))
        .filter((used) => used.startsWith(`${home}/`))
        .filter((used) => order.indexOf(folderIn(used)) > order.indexOf(folderIn(file)))
        .map((used) => `${file.slice(home.length + 1)}: ${used.slice(home.length + 1)}`),
    );
    expect(wrong).toEqual([]);
  });
});
