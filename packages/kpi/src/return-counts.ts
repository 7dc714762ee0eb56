import type { ReturnState } from "@taizhang/model";

/**
 * Whether what a return says counts (报表是否计入): one that is still due, was sent back (退回) and not yet handed in again, or
 * is not yet 已审 where that is asked, says nothing. "未报 → 已报 → 退回 → 重报 → 已审 → 锁定": the domain page §2.
 * @example returnCounts("submitted", "reviewed") // false
 */
export const returnCounts = (
  state: ReturnState = "submitted",
  returns: "latest" | "reviewed" = "latest",
): boolean =>
  returns === "reviewed"
    ? state === "reviewed" || state === "locked"
    : state !== "due" && state !== "sentBack";
