import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";

const timeOfAll = /常态|长期|常年|持续|经常性/;

/** 常态化, 长期, 全年持续: a deadline that ends with the year and no sooner (长期时限). */
export const isAllYear = (deadline: string): boolean => timeOfAll.test(deadline);

const standing = /常态化|经常性|常年(?:开展|坚持|进行)|长期坚持/;
/** 建立常态化巡查机制 is done once it is there. */
const founded =
  /(?:建立|健全|完善|形成|制定|出台|印发|构建|实现|探索|修订)[^，。；、]{0,12}(?:常态化|经常性)|(?:常态化|经常性)[^，。；、]{0,10}(?:机制|制度|方案|办法|体系|意见|规定)/;

const fields: readonly Field[] = ["task", "target", "definition", "acceptance", "kind"];

/**
 * 常态化巡查 until the end of the year or without a deadline (常态化工作): what its own words call work that goes on. Work
 * that is to end sooner is a task like any other.
 */
export function isStandingWork(
  entry: Entry,
  ledger: Entry | undefined,
  deadline: string | undefined,
): boolean {
  if (deadline !== undefined && !deadline.endsWith("-12-31") && !deadline.endsWith("-12")) return false;
  return [entry, ledger].some((row) =>
    fields.some((field) => {
      const text = row?.cells.get(field)?.text ?? "";
      return standing.test(text) && !founded.test(text);
    }),
  );
}
