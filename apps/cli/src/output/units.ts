import { z } from "zod";
import { envelope } from "./finding.ts";

const unit = z.object({
  type: z.enum(["division", "zone", "department", "group"]),
  code: z.string().optional(),
  name: z.string(),
  level: z.string().optional(),
  parent: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
});

/** What `units resolve --json` prints: what a name means on a day, and on what evidence. */
export const unitsResolveDocument = z.object({
  ...envelope,
  type: z.enum(["division", "zone", "department", "group", "ambiguous", "unknown"]),
  code: z.string().optional(),
  name: z.string().optional(),
  short: z.string().optional(),
  level: z.string().optional(),
  parent: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  ended: z.boolean().optional(),
  successors: z.array(unit),
  members: z.array(unit).optional(),
  candidates: z.array(unit).optional(),
  suggestions: z.array(unit).optional(),
  evidence: z.array(z.object({ code: z.string(), message: z.string() })),
});

const meaning = z.object({
  type: z.enum(["division", "zone"]),
  code: z.string(),
  name: z.string(),
  level: z.string().optional(),
  parent: z.string().optional(),
  from: z.string().optional(),
  fromPrecision: z.literal("year").optional(),
  until: z.string().optional(),
  untilPrecision: z.literal("year").optional(),
  successors: z.array(z.string()),
  document: z.string().optional(),
  note: z.string().optional(),
});

/** What `units show --json` prints: what a code means on a day, or meant last before it. */
export const unitsShowDocument = z.object({ ...envelope, ...meaning.shape, ended: z.boolean() });

/** What `units list --json` and `units history --json` print. */
export const unitsDocument = z.object({ ...envelope, units: z.array(meaning) });
