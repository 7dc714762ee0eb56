import * as z from "zod/mini";
import { amountSchema } from "./amount.ts";

/**
 * Schema of what a cell says of an amount (填报值). A blank is `missing`, 0 is `reported`, “—” “/” “不涉及” are
 * `notApplicable`; a text that cannot be read, an error value and a formula that was never calculated are
 * `unusable`: they are neither missing nor zero (the domain page §2).
 */
export const valueSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("reported"), amount: amountSchema }),
  z.object({ status: z.literal("missing") }),
  z.object({ status: z.literal("notApplicable") }),
  z.object({ status: z.literal("unusable"), why: z.enum(["unreadable", "error", "uncalculated"]) }),
]);

/** What a cell says of an amount: reported, missing, not applicable, or unusable (填报值). */
export type Value = z.infer<typeof valueSchema>;
