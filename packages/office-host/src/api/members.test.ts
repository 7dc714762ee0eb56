import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { loadClient } from "../node/load-client.ts";
import { callMember, type HostObject, isCollection, membersOf, wireName } from "../protocol/host-object.ts";
import { isHostObject } from "../protocol/query.ts";
import { excelWith } from "../testing/excel-with.ts";

/** The members of the client's classes, by reflection: what an add-in of this version can ask for. */
function clientMembers(): Map<string, string[]> {
  const { Excel } = loadClient({ sendMessageToHost: () => {} });
  const own =
    /^(?:_|m_|constructor$|toJSON$|update$|retrieve$|ensureUnchanged$|(?:load|loadLazy|set|setMockData|context|items|track|untrack|isNullObject)$)|^on[A-Z]/;
  return new Map(
    Object.entries(Excel as unknown as Record<string, unknown>).flatMap(
      ([name, one]): [string, string[]][] => {
        if (typeof one !== "function" || !Object.getOwnPropertyDescriptor(one.prototype ?? {}, "_className"))
          return [];
        return [
          [
            name,
            Object.getOwnPropertyNames(one.prototype)
              .filter((member) => !own.test(member))
              .sort(),
          ],
        ];
      },
    ),
  );
}

/** One object of each class of the host, found from the workbook. */
async function hostObjects(): Promise<Map<string, HostObject>> {
  const { Excel, host } = excelWith({
    甲: [
      ["单位", "数"],
      ["甲局", 1],
      ["乙局", 2],
    ],
  });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("甲");
    sheet.tables.add("A1:B3", true);
    sheet.charts.add("Line", sheet.getRange("A1:B3"));
    sheet.getRange("B2:B3").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
    for (const type of [
      "CellValue",
      "ContainsText",
      "PresetCriteria",
      "TopBottom",
      "ColorScale",
      "DataBar",
      "IconSet",
    ] as const)
      sheet.getRange("B2:B3").conditionalFormats.add(type);
    context.workbook.comments.add("甲!A1", "问").replies.add("答");
    context.workbook.names.add("名", sheet.getRange("A1"));
    context.workbook.settings.add("k", 1);
    context.workbook.properties.custom.add("k", 1);
    sheet.customProperties.add("k", "v");
    await context.sync();
  });
  const found = new Map<string, HostObject>();
  const rules = new Set<string>();
  const look = (object: unknown): void => {
    if (!isHostObject(object)) return;
    if (isCollection(object)) object.items().forEach(look); // one may be empty where another of its class is not
    if (object.type === "ConditionalFormat") {
      const { Type } = object as unknown as { readonly Type: string };
      if (rules.has(Type)) return; // each kind of rule has parts of its own
      rules.add(Type);
    } else if (found.has(object.type)) return;
    if (!found.has(object.type)) found.set(object.type, object);
    for (const [name, member] of membersOf(object)) {
      if (member.get) look(attempt(() => member.get?.call(object)));
      if (name === "GetRange") look(attempt(() => callMember(object, name, ["B2:B3"])));
      if (name === "GetRanges") look(attempt(() => callMember(object, name, ["A1,B2"])));
    }
  };
  look(host.root);
  return found;
}

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch {
    return undefined; // an object of the wrong kind, such as the rule of another format
  }
}

/** The page that lists what the host has; TAIZHANG_UPDATE=1 writes it anew. */
test("MEMBERS.md lists what of the client's classes is there", async () => {
  const client = clientMembers();
  const objects = await hostObjects();
  const rows = [...objects]
    .filter(([type]) => client.has(type))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, object]) => {
      const members = client.get(type) ?? [];
      const has = members.filter((name) => membersOf(object).has(wireName(name)));
      const lacks = members.filter((name) => !has.includes(name));
      return `| ${type} | ${has.length} of ${members.length} | ${lacks.join(", ")} |`;
    });
  const without = [...client.keys()].filter((type) => !objects.has(type)).sort();
  const text = [
    "# Members of Office.js that the host has",
    "",
    "Found by reflection of the client library 1.1.110 (events are not listed); written by `src/api/members.test.ts`, with",
    "TAIZHANG_UPDATE=1. What is lacking fails with its name when it is asked for.",
    "",
    "| class | has | lacks |",
    "|---|---|---|",
    ...rows,
    "",
    `Classes that are not there at all: ${without.join(", ")}.`,
    "",
  ].join("\n");
  const file = resolve(import.meta.dirname, "../../MEMBERS.md");
  if (process.env.TAIZHANG_UPDATE === "1") writeFileSync(file, text);
  expect(readFileSync(file, "utf8")).toBe(text);
});
