import type { CollectFacts } from "./facts/collect.ts";
import type { CrossFacts } from "./facts/cross.ts";
import type { DateFacts } from "./facts/dates.ts";
import type { FileFacts } from "./facts/files.ts";
import type { MonthlyFacts } from "./facts/monthly.ts";
import type { OrgFacts } from "./facts/orgs.ts";
import type { StructureFacts } from "./facts/structure.ts";
import type { TargetFacts } from "./facts/target.ts";
import type { TeamFacts } from "./facts/team.ts";
import type { ValueFacts } from "./facts/values.ts";

/** The facts of each finding, by code: what its sentence is made of. Nothing here is a sentence. */
export interface Facts
  extends StructureFacts,
    ValueFacts,
    TargetFacts,
    OrgFacts,
    DateFacts,
    CrossFacts,
    MonthlyFacts,
    FileFacts,
    CollectFacts,
    TeamFacts {}

export type FindingCode = keyof Facts;
