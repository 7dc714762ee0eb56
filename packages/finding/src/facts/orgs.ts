/** Facts of the family U: organisations (单位). */
export interface OrgFacts {
  /** `local` where the name is well formed but stands in no table; `count` is the number of cells. */
  U01: { name: string; candidates: readonly string[]; count: number; local: boolean };
  /** With `reported` the one that took the work over has sent the return, which was counted (承接单位填报). */
  U02: { name: string; now: readonly string[]; count: number; reported?: true };
  U03: { kind: "none"; task: string } | { kind: "several"; names: readonly string[] };
  /** `members` is the number of members known; 0 where the group is open. */
  U04: { name: string; members: number; count: number };
  /** `together`: the successor, or another that it took in, has rows of its own beside these. */
  U05: {
    name: string;
    until: string;
    successors: readonly string[];
    count: number;
    together?: true;
  };
}
