import { type Division, explain, type Resolution, type UnitReference } from "@taizhang/admin-units";
import type { Session } from "../io.ts";
import { safe, textTable } from "./text-table.ts";

/** What a name means, for people: the answer first, then on what evidence. */
export function printResolution(name: string, answer: Resolution, { words, lang }: Session): string {
  const { types, fields } = words.units;
  const lines: (readonly [string, string | undefined])[] = [
    [fields.name, answer.name],
    [fields.code, answer.code],
    [fields.parent, answer.parent],
    [fields.from, answer.from],
    [fields.until, answer.until],
    [fields.successors, list(answer.successors)],
    [fields.members, list(answer.members)],
    [fields.candidates, list(answer.candidates)],
    [fields.suggestions, list(answer.suggestions)],
    [fields.evidence, answer.evidence.map((one) => explain(one, lang)).join(lang === "en" ? " " : "")],
  ];
  const known = lines.filter(([, value]) => value !== undefined && value !== "");
  return [
    `${safe(name)}：${types[answer.type]}`,
    ...known.map(([field, value]) => `  ${field}：${safe(value ?? "")}`),
  ].join("\n");
}

const list = (units: readonly UnitReference[] | undefined): string | undefined =>
  units?.map(({ name, short, code }) => `${short ?? name}${code === undefined ? "" : ` ${code}`}`).join("、");

/** Divisions as a table. */
export function printDivisions(divisions: readonly CodeMeaning[], { words }: Session): string {
  const { fields } = words.units;
  const headings = [
    fields.code,
    fields.name,
    fields.parent,
    fields.from,
    fields.until,
    fields.successors,
    fields.document,
  ];
  return textTable(
    headings.map((heading) => ({ heading })),
    divisions.map(({ code, name, parent, from, until, successors, document }) => [
      code,
      name,
      parent ?? "",
      from ?? "",
      until ?? "",
      successors.join("、"),
      document ?? "",
    ]),
  );
}

/** What a code has meant: a division with its level, or a zone, which has none. */
export type CodeMeaning = Omit<Division, "level"> & {
  readonly type: "division" | "zone";
  readonly level?: Division["level"];
};
