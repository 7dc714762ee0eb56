import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const manifestOf = (name: string) =>
  JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
const libraries = readdirSync(join(root, "packages")).filter((name) => !manifestOf(name).private);
const readmeOf = (name: string) => readFileSync(join(root, "packages", name, "README.md"), "utf8");

/** The TypeScript of every README, a file a block: whoever copies one gets something whole. */
const blocks = libraries.flatMap((name) =>
  [...readmeOf(name).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match, at) => ({
    file: join(root, "packages", name, `readme-${at + 1}.ts`),
    text: `${match[1]}\nexport {};\n`,
  })),
);

test("each block of TypeScript in a README compiles by itself under strict", { timeout: 240_000 }, () => {
  const texts = new Map(blocks.map(({ file, text }) => [file, text]));
  const sources = libraries.flatMap((name) =>
    ["index", "towns"].flatMap((entry): [string, string[]][] => {
      const file = join(root, "packages", name, "src", `${entry}.ts`);
      return existsSync(file) ? [[`@taizhang/${name}${entry === "index" ? "" : `/${entry}`}`, [file]]] : [];
    }),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ["@taizhang/source"],
    types: [],
    paths: Object.fromEntries(sources),
  };
  const host = ts.createCompilerHost(options);
  const own = { fileExists: host.fileExists, readFile: host.readFile, getSourceFile: host.getSourceFile };
  host.fileExists = (name) => texts.has(name) || own.fileExists(name);
  host.readFile = (name) => texts.get(name) ?? own.readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? own.getSourceFile(name, version, ...rest)
      : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const said = [...texts.keys()].flatMap((name) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ start = 0, messageText }) => {
        const { line } = ts.getLineAndCharacterOfPosition(file as ts.SourceFile, start);
        const where = name.slice(root.length + 1);
        return `${where}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
      },
    );
  });
  expect(said).toEqual([]);
  expect(blocks.length).toBeGreaterThan(10);
});

test.each(libraries)("every value that @taizhang/%s exports is named in its README", async (name) => {
  const entries = ["index", "towns"].filter((entry) =>
    existsSync(join(root, "packages", name, "src", `${entry}.ts`)),
  );
  const readme = readmeOf(name);
  const named = new Set(
    [...readme.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = ""]) => code.match(/\w+/g) ?? []),
  );
  for (const entry of entries) {
    const exported = Object.keys(await import(join(root, "packages", name, "src", `${entry}.ts`)));
    expect(exported.filter((one) => !named.has(one))).toEqual([]);
  }
});
