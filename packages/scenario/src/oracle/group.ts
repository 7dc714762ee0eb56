import type { Dimensions, FigureOf } from "@taizhang/kpi";

export type Key = Readonly<Record<string, string>>;

/** Whether a fact belongs to a group: it has every member that the group's key names. */
export const isIn = (dims: Dimensions, key: Key): boolean =>
  Object.entries(key).every(([dimension, name]) => (dims[dimension] ?? []).some((m) => m.name === name));

/** The keys of all combinations of a fact's members in the dimensions asked for: a joint one has several. */
export function keysOf(dims: Dimensions, by: readonly string[]): Key[] {
  let keys: Key[] = [{}];
  for (const dimension of by)
    keys = keys.flatMap((key) => (dims[dimension] ?? []).map((m) => ({ ...key, [dimension]: m.name })));
  return keys;
}

/** Every combination present among the facts, and the grand total. */
export function groupsOf(facts: readonly { readonly dims: Dimensions }[], by: readonly string[]): Key[] {
  const keys = new Map<string, Key>([["{}", {}]]);
  for (const fact of facts) for (const key of keysOf(fact.dims, by)) keys.set(JSON.stringify(key), key);
  return [...keys.values()];
}

/** The orgs that share a task, first lead first; one for a task that is not joint. */
export function leadsOf(fact: Pick<FigureOf, "org" | "dims" | "jointOrgs">): readonly string[] {
  if (fact.jointOrgs && fact.jointOrgs.length > 1) return fact.jointOrgs;
  const departments = (fact.dims.department ?? []).map((member) => member.name);
  return departments.length > 1 ? departments : [fact.org];
}

/** 数据报送单位: the org whose figure rolls up; of a joint task by default the first lead. */
export function ownerOf(fact: FigureOf): string {
  const leads = leadsOf(fact);
  return leads.length > 1 ? (fact.dataOrg ?? leads[0] ?? fact.org) : fact.org;
}

/** What makes rows one task: the id, else the text. */
export const taskOf = (fact: FigureOf): string => fact.taskId ?? fact.taskTitle ?? "";
