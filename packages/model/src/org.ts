import * as z from "zod/mini";

/**
 * Schema of an organisation: a department within a division, 区人社局 of 220102 (单位). Never a unit of measure.
 * 本级 is a leaf beside the divisions below it, not their total.
 */
export const orgSchema = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.exactOptional(z.string()),
  /** Division code on the plan's day, for example 220102 (行政区划代码). */
  division: z.exactOptional(z.string()),
  /** The function by which departments of different levels belong together, for example 人社 (职能). */
  function: z.exactOptional(z.string()),
  /** The id of the org above it in its own tree. */
  parent: z.exactOptional(z.string()),
  /** True for a division's own level beside the divisions below it (本级). */
  ownLevel: z.exactOptional(z.boolean()),
});

/** An organisation, as it reports (单位). */
export type Org = z.infer<typeof orgSchema>;

/** The printed role words that decide who leads (职责). */
export const responsibilitySchema = z.object({
  org: z.string(),
  /** 牵头 责任 配合 协办 数据报送 … as printed. */
  roleWord: z.string(),
  /** `lead` is 牵头, or 责任 where no 牵头 stands beside it; all others are `support`. */
  role: z.enum(["lead", "support"]),
  /** True for the one org whose figure rolls up (数据报送单位); by default the first lead. */
  submitsData: z.exactOptional(z.boolean()),
});

/** An org's part in a task, with its printed role word (职责). */
export type Responsibility = z.infer<typeof responsibilitySchema>;
