import type { Words } from "../sentences.ts";
import { collectEn } from "./en/collect.ts";
import { crossEn } from "./en/cross.ts";
import { datesEn } from "./en/dates.ts";
import { filesEn } from "./en/files.ts";
import { monthlyEn } from "./en/monthly.ts";
import { orgsEn } from "./en/orgs.ts";
import { structureEn } from "./en/structure.ts";
import { targetEn } from "./en/target.ts";
import { teamEn } from "./en/team.ts";
import { valuesEn } from "./en/values.ts";

export const en: Words = {
  ...structureEn,
  ...valuesEn,
  ...targetEn,
  ...orgsEn,
  ...datesEn,
  ...crossEn,
  ...monthlyEn,
  ...filesEn,
  ...collectEn,
  ...teamEn,
};
