import { z } from "zod";
import { envelope } from "./finding.ts";

/** What `check --json` prints. With `--fix`, also what was written where; the findings are then those that remain. */
export const checkDocument = z.object({
  ...envelope,
  fixed: z
    .array(
      z.object({
        file: z.string(),
        out: z.string(),
        cells: z.array(
          z.object({ sheet: z.string(), ref: z.string(), before: z.string(), after: z.string() }),
        ),
        skipped: z.number().int(),
      }),
    )
    .optional(),
});
export type CheckDocument = z.infer<typeof checkDocument>;
