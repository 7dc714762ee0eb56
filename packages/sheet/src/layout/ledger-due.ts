import type { TextItem, TextMilestone } from "@taizhang/plan-text";
import { onlyOf } from "../only-of.ts";

const label = /(?:时限|时间|期限|节点|日期)(?:要求|安排)?\s*[：:]\s*(?:力争|确保)?$/;

/**
 * The day by which all of a task is due: 完成时限：10月底 behind its words, or in the heading above it (任务时限). Undefined where
 * several days are named so.
 *
 * @example
 * dueOfItem(item)?.due // "2016-10-31", of 培训1200人次。（完成时限：2016年10月底）
 */
export function dueOfItem(item: TextItem): TextMilestone | undefined {
  const { text, start, milestones } = item;
  const labelled = milestones.filter((one) => {
    const at = one.start - start;
    return !one.begins && (at < 0 || at >= text.length || label.test(text.slice(Math.max(0, at - 16), at)));
  });
  return onlyOf(labelled);
}
