import { inForce } from "./dated.ts";
import { versions } from "./generated/empty-texts.ts";

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/]/gu, "")
    .replace(/^\/+|\/+$/g, "");

/**
 * True where a cell has no text, or one that says that there is none: “无”, “—”, “/”, “不涉及”, “待补充”, “暂无佐证材料”
 * (等于没写). "No text or copied text yellow; done needs evidence": the domain page §3.
 * @example saysNothing("暂无佐证材料。") // true
 * @example saysNothing("见附件1") // false
 */
export function saysNothing(text: string, on?: string): boolean {
  const { none, of } = inForce(versions, on).value;
  const said = plain(text);
  return said === "" || none.some((word) => said === word || of.some((thing) => said === word + thing));
}

/** True where a text only points to the one before it: “同上月” (照抄上月的写法). */
export const isAsBefore = (text: string, on?: string): boolean => {
  const said = plain(text);
  return inForce(versions, on).value.asBefore.some((word) => word === said);
};
