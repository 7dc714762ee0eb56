import type { Severity } from "@taizhang/finding";

/** The weight of a finding as a square letter with its own edge: told apart without colour. */
export const Weight = ({ severity, words }: { readonly severity: Severity; readonly words?: string }) => (
  <span className="weight" data-weight={severity} title={words}>
    {severity}
    {words === undefined ? null : <span className="unseen">{words}</span>}
  </span>
);
