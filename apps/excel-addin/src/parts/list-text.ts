import { say } from "@taizhang/finding";
import { shown } from "../state/finding-rows.ts";
import type { PaneState } from "../state/pane.ts";

/** The findings that are shown, a line each, for pasting. */
export const listText = ({ rows, filter, active, lang }: PaneState): string =>
  shown(rows, filter, active)
    .map(({ finding, sheet, ref }) =>
      [finding.severity, finding.code, sheet, ref, say(finding, lang)].join("\t"),
    )
    .join("\n");
