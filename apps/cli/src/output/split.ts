import { z } from "zod";
import { envelope } from "./finding.ts";

/** What `split --json` prints: the files written, and what each department got. */
export const splitDocument = z.object({
  ...envelope,
  files: z.array(
    z.object({ org: z.string(), file: z.string(), rows: z.number().int(), joint: z.number().int() }),
  ),
});
export type SplitDocument = z.infer<typeof splitDocument>;
