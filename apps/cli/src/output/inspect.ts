import { z } from "zod";
import { envelope } from "./finding.ts";

/** What `inspect --json` prints. `index` counts from 0 on the sheet, `headerRows` from 1 as Excel does. */
export const inspectDocument = z.object({
  ...envelope,
  sheets: z.array(
    z.object({
      name: z.string(),
      isTargetSheet: z.boolean(),
      reason: z.string(),
      tables: z.array(
        z.object({
          range: z.string(),
          headerRows: z.tuple([z.number().int(), z.number().int()]),
          shape: z.enum(["long", "crossTab"]),
          org: z.string().optional(),
          period: z.string().optional(),
          columns: z.array(
            z.object({
              index: z.number().int(),
              header: z.string(),
              field: z.string(),
              indicator: z.string().optional(),
              unit: z.string().optional(),
              confidence: z.number(),
              evidence: z.array(z.object({ rule: z.string(), saw: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
});
export type InspectDocument = z.infer<typeof inspectDocument>;
