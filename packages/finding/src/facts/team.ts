/** Facts of the family R: a team's own rules and settings (自编规则和设置). */
export interface TeamFacts {
  /** `rule` is the team's own number, `says` its sentence; `values` are what the named columns hold. */
  R01: { rule: string; says: string; values: readonly { readonly header: string; readonly value: string }[] };
  /** An expression that cannot be read or worked out, and where known the sheet's row at which it failed. */
  R02:
    | {
        kind: "syntax" | "unknown" | "refused" | "type" | "slow" | "columnless";
        rule: string;
        detail: string;
      }
    | { kind: "column"; rule: string; detail: string };
  R03: {
    kind:
      | "code"
      | "severity"
      | "onOff"
      | "always"
      | "parameter"
      | "field"
      | "short"
      | "nameless"
      | "twice"
      | "headerRows";
    text: string;
    /** The sheet that it stands in, where that is not 台账设置. */
    sheet?: string;
  };
}
