/**
 * Administrative divisions and departments of China on a day: what an official's name for a unit means, with
 * its history. Nothing is decoded before the first look-up.
 * @packageDocumentation
 */
export { asOf, type Day } from "./day.ts";
export type { Department, DepartmentDay, DepartmentType } from "./department.ts";
export { departments } from "./departments.ts";
export type { Division, UnitLevel } from "./division.ts";
export { childrenOf, divisionOf, historyOf, provincesOn } from "./divisions.ts";
export { explain } from "./explain.ts";
export { nameKey } from "./name-key.ts";
export { type OrgListPart, splitOrgList } from "./org-list.ts";
export { isOrgName, looksLikeDivision } from "./org-name.ts";
export type { Evidence, EvidenceCode, Resolution, ResolutionType, UnitReference } from "./resolution.ts";
export { type ResolveOptions, resolve } from "./resolve.ts";
export { shortName } from "./short-name.ts";
export type { Towns } from "./town-index.ts";
export { type Zone, zonesOf } from "./zones.ts";
