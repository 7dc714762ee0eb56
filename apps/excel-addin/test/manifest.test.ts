import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { manifest } from "../manifest.ts";

const addin = resolve(import.meta.dirname, "..");
const xml = readFileSync(resolve(addin, "manifest.xml"), "utf8");
const tree = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@" }).parse(xml) as Record<
  string,
  unknown
>;

type Node = Record<string, unknown>;
const nodes: { readonly name: string; readonly node: Node }[] = [];
const walk = (name: string, value: unknown): void => {
  if (Array.isArray(value)) for (const one of value) walk(name, one);
  else if (typeof value === "object" && value !== null) {
    nodes.push({ name, node: value as Node });
    for (const [child, below] of Object.entries(value)) if (!child.startsWith("@")) walk(child, below);
  }
};
walk("", tree);
const named = (name: string) => nodes.filter((one) => one.name === name).map(({ node }) => node);
const app = tree.OfficeApp as Node;
const resources = [...named("bt:Image"), ...named("bt:Url"), ...named("bt:String")].filter(
  (node) => "@id" in node,
);
const ids = resources.map((node) => `${node["@id"]}`);
const urls = [...xml.matchAll(/(?:Value|DefaultValue)="(https:[^"]+)"/g)].map(([, url = ""]) => url);

/** Pages that the build makes from a file beside the manifest. */
const pages = new Map([["taskpane.html", "taskpane.html"]]);

describe("清单", () => {
  test("is well-formed, with an id and a version that Office takes", () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(app.Id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(app.Version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  test.each(["http://taizhang.example.gov.cn", "taizhang.example.gov.cn", ""])(
    "an address that Office does not take is refused: %j",
    (address) => expect(() => manifest(address)).toThrow("TAIZHANG_ADDIN_URL"),
  );

  test("what the administrator's guides tell to run is there", () => {
    const root = resolve(addin, "../..");
    const { scripts } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    for (const guide of ["admin.md", "admin.zh-CN.md"]) {
      const blocks = readFileSync(resolve(root, "docs/addin", guide), "utf8").match(/```[\s\S]*?```/g) ?? [];
      const told = blocks.flatMap((block) =>
        [...block.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name),
      );
      expect(told.length).toBeGreaterThan(0);
      for (const name of told) expect(scripts).toHaveProperty(name ?? "");
      expect(blocks.join()).not.toContain("node_modules");
    }
  });

  test("every resource is there, once, and used", () => {
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...xml.matchAll(/resid="([^"]+)"/g)].map(([, id]) => id);
    expect(used.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
    expect(ids.filter((id) => !used.includes(id))).toEqual([]);
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
  });

  test("one https origin, and every file is there", () => {
    expect(new Set(urls.map((url) => new URL(url).origin)).size).toBe(1);
    const missing = urls
      .map((url) => new URL(url).pathname.slice(1))
      .filter((path) => path !== "" && !existsSync(resolve(addin, pages.get(path) ?? `public/${path}`)));
    expect(missing).toEqual([]);
  });

  test("icons have the size that they are named for", () => {
    const wrong = urls
      .filter((url) => url.endsWith(".png"))
      .filter((url) => {
        const file = readFileSync(resolve(addin, `public${new URL(url).pathname}`));
        const size = Number(/-(\d+)\.png$/.exec(url)?.[1]);
        return file.readUInt32BE(16) !== size || file.readUInt32BE(20) !== size;
      });
    expect(wrong).toEqual([]);
  });

  test("Chinese by default, English beside every word, within the lengths of Office", () => {
    expect(app.DefaultLocale).toBe("zh-CN");
    const strings = [...named("bt:String"), ...named("DisplayName"), ...named("Description")].filter(
      (node) => "@DefaultValue" in node,
    );
    const english = (node: Node) => ((node["bt:Override"] ?? node.Override) as Node | undefined)?.["@Value"];
    expect(strings.filter((node) => !english(node)).map((node) => node["@DefaultValue"])).toEqual([]);
    expect(strings.filter((node) => `${node["@DefaultValue"]}${english(node)}`.length > 250)).toEqual([]);
  });

  test("asks for ExcelApi 1.14 and a shared runtime, in which pane, ribbon and functions run", () => {
    const sets = named("Set").map((node) => `${node["@Name"]} ${node["@MinVersion"]}`);
    expect(sets).toEqual(["ExcelApi 1.14", "SharedRuntime 1.1"]);
    expect(named("Runtime").map((node) => [node["@resid"], node["@lifetime"]])).toEqual([
      ["Taskpane.Url", "long"],
    ]);
    expect(named("FunctionFile").map((node) => node["@resid"])).toEqual(["Taskpane.Url"]);
  });

  test("its ribbon acts are those that the pane ties", () => {
    const acts = [...xml.matchAll(/<FunctionName>([^<]+)</g)].map(([, name]) => name).sort();
    const ribbon = readFileSync(resolve(addin, "src/workbook/ribbon.ts"), "utf8");
    const tied = /RibbonAct = ([^;]+);/.exec(ribbon)?.[1]?.match(/\w+/g)?.sort();
    expect(acts).toEqual(tied);
  });
});
