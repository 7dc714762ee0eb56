import type { Words } from "../sentences.ts";
import { collectZhCN } from "./zh-CN/collect.ts";
import { crossZhCN } from "./zh-CN/cross.ts";
import { datesZhCN } from "./zh-CN/dates.ts";
import { filesZhCN } from "./zh-CN/files.ts";
import { monthlyZhCN } from "./zh-CN/monthly.ts";
import { orgsZhCN } from "./zh-CN/orgs.ts";
import { structureZhCN } from "./zh-CN/structure.ts";
import { targetZhCN } from "./zh-CN/target.ts";
import { teamZhCN } from "./zh-CN/team.ts";
import { valuesZhCN } from "./zh-CN/values.ts";

export const zhCN: Words = {
  ...structureZhCN,
  ...valuesZhCN,
  ...targetZhCN,
  ...orgsZhCN,
  ...datesZhCN,
  ...crossZhCN,
  ...monthlyZhCN,
  ...filesZhCN,
  ...collectZhCN,
  ...teamZhCN,
};
