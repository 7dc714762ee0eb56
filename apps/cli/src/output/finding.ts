import { type Finding, fixTitles, type Lang, type Place, say } from "@taizhang/finding";
import type { CellPlace } from "@taizhang/grid";
import { z } from "zod";

const cell = z.object({ kind: z.literal("cell"), file: z.string(), sheet: z.string(), ref: z.string() });
const place = z.discriminatedUnion("kind", [
  cell,
  z.object({ kind: z.literal("text"), start: z.number().int(), end: z.number().int() }),
  z.object({ kind: z.literal("record"), type: z.string(), id: z.string(), field: z.string() }),
]);
const cellValue = z.union([z.string(), z.number(), z.boolean(), z.object({ error: z.string() }), z.null()]);
const content = z.object({ value: cellValue, formula: z.string().optional(), format: z.string().optional() });
const edit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("setCell"), at: cell, before: content, after: content }),
  z.object({ kind: z.literal("unmergeFill"), at: cell, before: content }),
  z.object({ kind: z.literal("insertColumn"), at: cell, header: z.string() }),
  z.object({ kind: z.literal("insertRows"), at: cell, rows: z.array(z.array(cellValue)) }),
  z.object({ kind: z.literal("correct"), at: cell, before: z.string(), after: z.string() }),
]);

/** A finding as other programs read it (问题). `file`, `sheet` and `ref` repeat the first place. */
const findingSchema = z.object({
  code: z.string().regex(/^[A-Z]\d{2}$/),
  severity: z.enum(["A", "B", "C", "D"]),
  status: z.enum(["open", "explained", "released", "ignored"]),
  by: z.string().optional(),
  reason: z.string().optional(),
  file: z.string().optional(),
  sheet: z.string().optional(),
  ref: z.string().optional(),
  message: z.string(),
  args: z.record(z.string(), z.unknown()),
  at: z.array(place),
  related: z.array(place),
  fix: z.object({ id: z.string(), title: z.string(), edits: z.array(edit) }).optional(),
});
export type FindingOutput = z.infer<typeof findingSchema>;

/** What every document holds beside its own result. */
export const envelope = {
  schemaVersion: z.literal(1),
  findings: z.array(findingSchema),
  errors: z.array(z.object({ file: z.string(), code: z.string(), message: z.string() })),
};
export interface FileError {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

/** The finding as printed in a document, its sentence in the language asked for. */
export function findingOutput(finding: Finding, lang: Lang): FindingOutput {
  const { code, severity, status, by, reason, args, at, related, fix } = finding;
  return {
    code,
    severity,
    status,
    ...(by === undefined ? {} : { by }),
    ...(reason === undefined ? {} : { reason }),
    ...firstPlace(at[0]),
    message: say(finding, lang),
    args: { ...args },
    at: at.map((one) => ({ ...one })),
    related: related.map((one) => ({ ...one })),
    ...(fix
      ? {
          fix: {
            id: fix.id,
            title: fixTitles[fix.id][lang],
            edits: fix.edits.map((one) => structuredClone(one) as EditOutput),
          },
        }
      : {}),
  };
}
type EditOutput = z.infer<typeof edit>;

function firstPlace(first: Place | undefined): Partial<Pick<CellPlace, "file" | "sheet" | "ref">> {
  if (first?.kind === "cell") return { file: first.file, sheet: first.sheet, ref: first.ref };
  if (first?.kind === "record" && first.type === "file") return { file: first.id };
  return {};
}
