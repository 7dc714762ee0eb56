import type { Collected } from "@taizhang/sheet";
import { z } from "zod";
import { envelope } from "./finding.ts";

const task = z.object({ id: z.string(), task: z.string() });

/**
 * What `collect --json` prints: the register by department, every row of the ledger with the place of the answer that
 * counts or the reason why none does, and the files written. `empty`: forms came with nothing filled in, so the state is
 * "missing" all the same. `refused`: of the files that came none is taken (C06). `earlier`: the
 * return came before and was in order, and is not among the files now. Of a row, `why` is "figure" where words came and
 * not the figure that it asks for.
 */
export const collectDocument = z.object({
  ...envelope,
  period: z.string().nullable(),
  register: z.array(
    z.object({
      org: z.string(),
      state: z.enum(["missing", "reported", "sentBack", "again"]),
      expected: z.number().int(),
      answered: z.number().int(),
      unanswered: z.array(task),
      files: z.array(z.string()),
      empty: z.boolean(),
      refused: z.boolean(),
      earlier: z.boolean(),
      filledBy: z.string(),
      filledOn: z.string(),
      toCorrect: z.object({ A: z.number().int(), B: z.number().int() }),
    }),
  ),
  rows: z.array(
    z.object({
      id: z.string(),
      task: z.string(),
      indicator: z.string(),
      org: z.string(),
      taken: z.object({ file: z.string(), sheet: z.string(), row: z.number().int() }).nullable(),
      why: z.enum(["missing", "figure", "disputed", "finding"]).nullable(),
    }),
  ),
  written: z.array(z.string()),
});
export type CollectDocument = z.infer<typeof collectDocument>;

/** Register and rows as printed in a document; rows count from 1 as Excel does. */
export const collectedOutput = ({
  register,
  rows,
  period,
}: Collected): Pick<CollectDocument, "period" | "register" | "rows"> => ({
  period: period ?? null,
  register: register.map(
    ({
      org,
      state,
      expected,
      answered,
      unanswered,
      files,
      empty,
      refused,
      earlier,
      filledBy,
      filledOn,
      toCorrect,
    }) => ({
      org,
      state,
      expected,
      answered,
      unanswered: unanswered.map(({ id, entry }) => ({ id: entry.id ?? id, task: entry.task })),
      files: [...files],
      empty,
      refused,
      earlier,
      filledBy,
      filledOn,
      toCorrect: {
        A: toCorrect.filter(({ severity }) => severity === "A").length,
        B: toCorrect.filter(({ severity }) => severity === "B").length,
      },
    }),
  ),
  rows: rows.map(({ row, answer, why }) => ({
    id: row.entry.id ?? row.id,
    task: row.entry.task,
    indicator: row.entry.indicator,
    org: row.dataOrg,
    taken:
      answer && why === undefined
        ? { file: answer.entry.table.file, sheet: answer.entry.table.grid.name, row: answer.entry.row + 1 }
        : null,
    why: why ?? null,
  })),
});
