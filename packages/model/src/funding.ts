import * as z from "zod/mini";
import { amountSchema } from "./amount.ts";

/** Schema of money from one source; the sources of a task add up to its total (资金). */
export const fundingSchema = z.object({
  /** 中央 省级 区级 社会资本 …; absent for the total itself. */
  source: z.exactOptional(z.string()),
  amount: amountSchema,
  /** As printed: "万元". */
  unit: z.string(),
});

/** Money from one source (资金). */
export type Funding = z.infer<typeof fundingSchema>;
