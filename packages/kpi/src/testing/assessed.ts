import type { Value } from "@taizhang/model";
import { decimal } from "@taizhang/quantity";
import type { AssessedItem, AssessedOrg } from "../score/assessment.ts";

/** An item of a case: `actual` is a decimal, "" for a blank, "—", or "!" for what cannot be read. */
export interface CaseItem extends Partial<Omit<AssessedItem, "actual">> {
  readonly actual: string;
}

const valueIn = (text: string): Value =>
  text === ""
    ? { status: "missing" }
    : text === "—"
      ? { status: "notApplicable" }
      : text === "!"
        ? { status: "unusable", why: "unreadable" }
        : { status: "reported", amount: decimal(text) };

/** An assessed item; what a case does not say is the plainest. */
export const itemOf = ({ actual, ...rest }: CaseItem): AssessedItem => ({
  indicator: "指标",
  unit: "件",
  direction: "up",
  weight: decimal("10"),
  ...rest,
  actual: valueIn(actual),
});

/** An assessed org. */
export const orgOf = (org: string, items: CaseItem[], more: Partial<AssessedOrg> = {}): AssessedOrg => ({
  org,
  items: items.map(itemOf),
  ...more,
});
