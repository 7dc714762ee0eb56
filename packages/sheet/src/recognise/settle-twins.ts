import type { Field } from "../field.ts";
import { become, type Draft, isLoose, leafName, numeric } from "./column-meaning.ts";
import { measures } from "./measure-words.ts";

const above = ({ path }: Draft): string =>
  path
    .slice(0, -1)
    .map(({ shown }) => shown)
    .join("/");

/** The columns under each heading, left to right. */
function groupsOf(drafts: readonly Draft[]): Draft[][] {
  const groups: Draft[][] = [];
  for (const draft of drafts) {
    const last = groups.at(-1);
    if (last?.[0] && draft.path.length > 1 && above(last[0]) === above(draft)) last.push(draft);
    else groups.push([draft]);
  }
  return groups.filter((group) => group.length > 1);
}

/**
 * 交办 | 销号 | 进度 under one indicator beside 任务 | 完成 | 进度 under the next: blocks that are made alike mean alike in each
 * place (同构列组). At least one word or meaning must be shared in its place, and none may differ.
 */
export function settleTwins(drafts: readonly Draft[]): void {
  if (!drafts.some((draft) => isLoose(draft) && numeric(draft.data))) return;
  const groups = groupsOf(drafts);
  if (groups.length < 2) return;
  const meant = new Map<Draft, Field>();
  for (const group of groups)
    for (const [place, draft] of group.entries()) {
      if (!isLoose(draft) || !numeric(draft.data)) continue;
      const fields = new Set<Field>();
      for (const other of groups) {
        const twin = other[place];
        if (other === group || !twin || isLoose(twin) || !measures.has(twin.field)) continue;
        if (areAlike(group, other)) fields.add(twin.field);
      }
      const [field] = fields;
      if (field && fields.size === 1) meant.set(draft, field);
    }
  for (const [draft, field] of meant) become(draft, field, 0.7, "twinBlock");
}

const inRuns: ReadonlySet<Field> = new Set<Field>(["funding", "node", "actualPeriod", "target"]);

/**
 * 银行贷款 | 企业自有 under 资金安排, 一季度 | 上半年 | … under 节点: figures under one heading of which all that are known are of a
 * kind are of that kind (同类列).
 */
export function settleRuns(drafts: readonly Draft[]): void {
  for (const group of groupsOf(drafts)) {
    const open = group.filter((draft) => isLoose(draft) && numeric(draft.data));
    const known = group.filter((draft) => !open.includes(draft));
    const [first] = known;
    if (open.length === 0 || !first || !inRuns.has(first.field)) continue;
    if (known.some(({ field }) => field !== first.field)) continue;
    // One alone may be the target beside what was done.
    if (known.length < 2 && first.field !== "funding") continue;
    if (first.heading.group !== undefined && first.field !== "node") continue;
    for (const draft of open) become(draft, first.field, 0.65, "oneOfRun");
  }
}

function areAlike(one: readonly Draft[], other: readonly Draft[]): boolean {
  let shared = 0;
  for (let place = 0; place < Math.min(one.length, other.length); place++) {
    const [left, right] = [one[place] as Draft, other[place] as Draft];
    if (leafName(left) === leafName(right)) {
      if (!isLoose(left)) shared++;
    } else if (isLoose(left) || isLoose(right)) continue;
    else if (left.field === right.field && left.field !== "other") shared++;
    else return false;
  }
  return shared > 0;
}
