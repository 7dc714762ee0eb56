import { type Finding, finding, type Place } from "@taizhang/finding";
import type { Span, TextItem } from "./plan.ts";

const placeOf = ({ start, end }: Span): Place => ({ kind: "text", start, end });
const group = /^(?:各|相关|有关|全[市区县镇]各|所有)|(?:各成员单位|有关部门|相关部门|等单位)$/;

/**
 * Items without a lead where others have one, and with several marked 牵头 (U03); groups that stand for their members,
 * each once (U04). A plan that names nobody at all is one finding.
 */
export function orgFindings(items: readonly TextItem[]): { index: number; found: Finding }[] {
  const tasks = items.map((item, index) => ({ item, index })).filter(({ item }) => item.scope === "task");
  const open = tasks.filter(({ item }) => item.lead.length === 0);
  const list: { index: number; found: Finding }[] = [];
  const few = open.length > 0 && open.length * 2 <= tasks.length;
  for (const { item, index } of few ? open : open.slice(0, 1))
    list.push({ index, found: finding("U03", { kind: "none", task: item.title }, [placeOf(item)]) });
  for (const { item, index } of tasks) {
    const leads = item.roles.filter(({ role }) => /牵头|主办/.test(role)).map(({ org }) => org);
    if (leads.length > 1)
      list.push({ index, found: finding("U03", { kind: "several", names: leads }, [placeOf(item)]) });
  }
  return [...list, ...groups(tasks)];
}

function groups(tasks: readonly { item: TextItem; index: number }[]): { index: number; found: Finding }[] {
  const named = new Map<string, { index: number; item: TextItem; count: number }>();
  for (const { item, index } of tasks)
    for (const org of new Set([...item.lead, ...item.support])) {
      if (!group.test(org)) continue;
      const known = named.get(org);
      if (known) known.count += 1;
      else named.set(org, { index, item, count: 1 });
    }
  return [...named].map(([name, { index, item, count }]) => ({
    index,
    found: finding("U04", { name, members: 0, count }, [placeOf(item)]),
  }));
}
