import type { Decimal } from "@taizhang/quantity";
import * as z from "zod/mini";

const canonical = /^(?!-0$)-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** Schema of an exact decimal in its canonical text form, as `decimal` of `@taizhang/quantity` writes it (数额). */
export const amountSchema = z.string().check(z.regex(canonical)) as unknown as z.ZodMiniType<
  Decimal,
  Decimal
>;

/** Schema of a day, `2016-06-30` (日期). */
export const daySchema = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
