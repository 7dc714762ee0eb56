import type { TargetFact } from "@taizhang/kpi";
import type { Entry } from "../entry.ts";
import type { About, Row } from "./about.ts";
import type { Shares } from "./settled-rows.ts";

/** The targets of the ledger's rows that several orgs share out among them (分头完成的目标). */
export interface Wholes {
  /** The target of a row: that of all who share it, where some do. */
  readonly ofRow: (entry: Entry, target: TargetFact) => TargetFact | undefined;
  /** Whether the lead of a row has listed all its shares, whose tasks stand for it. */
  readonly isListed: (entry: Entry) => boolean;
  /** The same target once more, for one who shares it: it counts once, where all of them are together. */
  readonly ofShare: (row: Row, about: About) => TargetFact | undefined;
}

/**
 * Makes the ledger's target one of all who have returned a share of its row, so that what the returns repeat of it, or
 * state as their own, is never added on top (各部门、各街道). Who leads such a row is awaited beside them, for nobody says who
 * else has a share; where the lead lists the shares itself they are all.
 */
export function wholesOf(sharesOf: (row: Entry) => Shares | undefined): Wholes {
  const wholes = new Map<Entry, TargetFact>();
  return {
    ofRow: (entry, target) => {
      const shares = sharesOf(entry);
      if (!shares) return target;
      const { value, valueMax: _, ...rest } = target;
      const lead = target.dataOrg ?? target.org;
      const orgs = [...(shares.listed ? [] : [lead]), ...shares.orgs].sort();
      const shared =
        value === undefined ? {} : { shared: { orgs, value, ...(target.at ? { at: target.at } : {}) } };
      const whole = { ...rest, ...shared };
      if (value !== undefined && shares.listed !== "targets") wholes.set(entry, whole);
      return shares.listed ? undefined : whole;
    },
    isListed: (entry) => sharesOf(entry)?.listed !== undefined,
    ofShare: ({ ledger }, about) => {
      const whole = ledger && wholes.get(ledger);
      if (!whole) return undefined;
      const { org: _, dims: __, jointOrgs: ___, dataOrg: ____, ...target } = whole;
      return { ...target, ...about, standing: "own" };
    },
  };
}
