import { readdirSync, readFileSync } from "node:fs";
import type { RollUpCell, RollUpOptions, TaskCounts } from "@taizhang/kpi";
import type { CaseInput } from "./case-figures.ts";

/** A hand-computed cell: only what it names is compared. `indicator` may be left out where the case has one. */
export type ExpectedCell = Omit<Partial<RollUpCell>, "notes"> & { key: RollUpCell["key"]; notes?: string[] };

/** A case of the roll-up as data: figures in, expected cells and counts out. The name is the rule in one sentence. */
export interface HandCase extends CaseInput {
  name: string;
  /** Where the rule stands on the domain page. */
  rule: string;
  /** Of a disputed case: why rollUp is held to be wrong. */
  why?: string;
  period?: string | null;
  by?: string[];
  today?: string;
  returns?: "reviewed";
  expect?: ExpectedCell[];
  counts?: (Partial<TaskCounts> & { key: TaskCounts["key"] })[];
}

const folder = new URL("../../roll-up-cases/", import.meta.url);

/** The cases of one file. */
export const casesOf = (file: string): HandCase[] =>
  (JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { cases: HandCase[] }).cases;

/** All cases that are settled. */
export const handCases = (): HandCase[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json") && file !== "disputed.json")
    .sort()
    .flatMap(casesOf);

/** What a case asks of the roll-up. */
export const optionsOf = ({ period, by, today, returns }: HandCase): RollUpOptions => ({
  ...(period ? { period } : {}),
  ...(by ? { by } : {}),
  ...(today ? { today } : {}),
  ...(returns ? { returns } : {}),
});
