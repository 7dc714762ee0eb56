import type { FindingCode } from "@taizhang/finding";
import type { Preview, SettingsCard } from "../engine/protocol.ts";
import type { FindingRow } from "./finding-rows.ts";
import type { RollUpPage } from "./roll-up.ts";

/** A page over the tab's list (页). */
export type Page =
  | { readonly kind: "columns" }
  | { readonly kind: "code"; readonly code: FindingCode }
  | { readonly kind: "header" }
  | {
      readonly kind: "explain";
      readonly row: FindingRow;
      /** What the finding was known by when the page was opened. */
      readonly known: string;
      /** Its value changed since then: what was to be said of it has to be said anew. */
      readonly changed?: true;
    }
  | {
      readonly kind: "fixes";
      readonly title: FindingRow["finding"]["code"];
      readonly rows: readonly FindingRow[];
      readonly preview: Preview;
      readonly ticked: readonly number[];
    }
  | { readonly kind: "settings"; readonly card?: SettingsCard }
  | RollUpPage;
