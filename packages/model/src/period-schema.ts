import * as z from "zod/mini";
import { periodForm } from "./period.ts";

/** Schema of a period: `2016`, `2016-10` or `2016Q3` (报告期); apart, so that who only counts months needs no zod. */
export const periodSchema = z.string().check(z.regex(periodForm));
