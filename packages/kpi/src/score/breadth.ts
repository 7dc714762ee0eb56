import { groupBy } from "../group-by.ts";
import type { RankedScore } from "./org-score.ts";

/** How many indicators the orgs of one group are ranked by, where some have far more than others (考核项数悬殊). */
export interface Breadth {
  readonly group: string;
  readonly fewest: number;
  readonly most: number;
}

/** The indicators by which an org has its score (考核项数). */
const itemsScored = ({ items }: Pick<RankedScore, "items">): number =>
  items.filter(({ score }) => score !== null).length;

/**
 * The groups whose ranked orgs are scored by very different numbers of indicators: twice as many and three more at least.
 * One of a single indicator has all of it or nothing, so its place says little beside one of fourteen.
 */
export const breadthOf = (orgs: readonly RankedScore[]): Breadth[] =>
  [...groupBy(orgs, ({ group }) => group)].flatMap(([group, some]) => {
    const counts = some.flatMap((one) => (one.rank === null ? [] : [itemsScored(one)]));
    const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
    return counts.length > 1 && most >= fewest * 2 && most - fewest >= 3 ? [{ group, fewest, most }] : [];
  });
