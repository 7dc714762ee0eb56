import type { TextIndicator, TextItem } from "@taizhang/plan-text";
import { compare, decimal } from "@taizhang/quantity";
import { onlyOf } from "../only-of.ts";

/** The columns of 任务分解表 for what is to be reached in the course of the year, by the words of a plan (序时节点). */
const headings: readonly (readonly [RegExp, string])[] = [
  [/^(?:一季度|3月)/, "一季度"],
  [/^(?:上半年|6月)/, "上半年"],
  [/^(?:前三季度|9月)/, "前三季度"],
  [/^(?:全?年|12月)/, "全年"],
];
const time = "(?:一季度|上半年|前三季度|全年|年(?=[底末])|(?:[369]|12)月)(?:底|末)?(?:之?前)?";
const begins = `^(?:其中)?(?:力争|确保|计划|预计|到|至|于|在)?(${time})`;
const when = new RegExp(
  `${begins}(?:要|应|须|力争|确保|争取)?(?:全部|累计)?(?:完成|达到|达|实现)?(?:累计)?$`,
);
const timed = new RegExp(begins);

/** A figure that is to be reached within the year, and the target that it is a step of. */
export interface TargetNode {
  readonly target: TextIndicator;
  readonly node: TextIndicator;
  /** The heading of its column: 上半年. */
  readonly heading: string;
}

/**
 * 改造小区30个，上半年完成20个: the second figure is no target of its own but a step of the first: of the same unit, in the same
 * sentence, no larger, and with nothing before it but the time and a word of completion (节点目标). Other times than
 * the form's columns and other verbs (4月底前开工10个) stay rows of their own.
 */
export function targetNodes(item: TextItem): TargetNode[] {
  const found: TargetNode[] = [];
  for (const [at, node] of item.indicators.entries()) {
    if (node.bound === "stretch" || node.valueMax !== undefined) continue;
    const heading = headingOf(when, item, node);
    if (heading === undefined) continue;
    const before = item.indicators
      .slice(0, at)
      .filter(
        (one) =>
          one.unit === node.unit &&
          one.per === node.per &&
          one.bound !== "stretch" &&
          !found.some((other) => other.node === one) &&
          isOneSentence(item, one, node),
      );
    // Of several such targets nobody can say which is meant.
    const isYear = heading === "全年";
    const reaches = (one: TextIndicator) => compare(decimal(one.value), decimal(node.value));
    const target = onlyOf(before.filter((one) => (isYear ? reaches(one) === 0 : reaches(one) >= 0)));
    if (target) found.push({ target, node, heading });
    // 6月底前完成公厕10座，12月底前完成30座: the year's figure is the target, and what came before it are steps.
    const steps = before.flatMap((step) => {
      const own = headingOf(timed, item, step);
      return own === undefined || reaches(step) > 0 ? [] : [{ target: node, node: step, heading: own }];
    });
    const isStepwise = new Set(steps.map((step) => step.heading)).size === before.length;
    if (isYear && !target && steps.length === before.length && isStepwise) found.push(...steps);
  }
  return found;
}

/** The heading of the time that stands before a figure. */
function headingOf(words: RegExp, item: TextItem, figure: TextIndicator): string | undefined {
  const said = words.exec(clauseBefore(item, figure))?.[1];
  return said && headings.find(([of]) => of.test(said))?.[1];
}

/** The words between the last mark and the digits of a figure. */
function clauseBefore({ text, start }: TextItem, { start: from, raw }: TextIndicator): string {
  const digits = from - start + Math.max(0, raw.search(/\d/));
  return /[^，,。；;、：:（）()\n]*$/.exec(text.slice(0, digits))?.[0].trim() ?? "";
}

const isOneSentence = ({ text, start }: TextItem, one: TextIndicator, next: TextIndicator): boolean =>
  !/[。；;\n]/.test(text.slice(one.start - start, next.start - start));
