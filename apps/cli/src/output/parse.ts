import { z } from "zod";
import { envelope } from "./finding.ts";

const span = { raw: z.string(), start: z.number().int(), end: z.number().int() };
const bound = z.enum(["eq", "ge", "gt", "le", "lt", "range", "approx", "stretch"]);
const amount = { value: z.string(), unit: z.string(), bound, valueMax: z.string().optional() };
const names = z.array(z.string());

const item = z.object({
  no: z.string().nullable(),
  program: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  lead: names,
  support: names,
  roles: z.array(z.object({ org: z.string(), role: z.string() })),
  indicators: z.array(
    z.object({
      name: z.string(),
      ...amount,
      per: z.string().optional(),
      note: z.enum(["standard", "part", "share"]).optional(),
      ...span,
    }),
  ),
  milestones: z.array(
    z.object({
      what: z.string(),
      due: z.string().regex(/^(?:\d{4}-\d{2}-\d{2}|--\d{2}-\d{2}|---\d{2})$/),
      precision: z.enum(["day", "month", "quarter", "half", "year"]),
      begins: z.literal(true).optional(),
      ...span,
    }),
  ),
  funding: z.array(
    z.object({
      source: z.string(),
      amount: z.string(),
      unit: z.string(),
      role: z.enum(["total", "part"]).optional(),
      ...span,
    }),
  ),
  conditions: z.array(z.object({ ...amount, ...span })),
  kind: z.enum(["quantitative", "milestone", "qualitative"]),
  scope: z.enum(["task", "overall", "measure"]),
  confidence: z.number().min(0).max(1),
  reasons: z.array(z.object({ reason: z.string(), weight: z.number() })),
  findings: envelope.findings,
});

/** What `parse --json` prints. `start` and `end` are offsets in the text that was read; `text` is that piece of it. */
export const parseDocument = z.object({
  ...envelope,
  title: z.string().nullable(),
  year: z.number().int().nullable(),
  region: z.string().nullable(),
  programs: z.array(z.object({ no: z.string().nullable(), title: z.string(), lead: names, support: names })),
  items: z.array(item),
});
export type ParseDocument = z.infer<typeof parseDocument>;
