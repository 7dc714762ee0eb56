import { type CellContent, textOf } from "@taizhang/grid";
import type { PaneWords } from "../words/words.ts";
import type { CellWrite } from "../workbook/workbook.ts";
import { usePane } from "./use-pane.ts";

/** A cell's content as the preview prints it: texts in quotes, numbers as they stand. */
export function contentText({ value, formula }: CellContent, words: PaneWords): string {
  if (formula !== undefined) return `=${formula}`;
  if (value === null || value === "") return words.detail.empty;
  return typeof value === "string" ? `“${value}”` : textOf(value);
}

const kindOf = ({ value, formula }: CellContent, { detail }: PaneWords): string => {
  if (formula !== undefined) return detail.formula;
  return typeof value === "number" ? detail.number : typeof value === "string" ? detail.text : "";
};

/** One cell before and after (改前改后). */
export function Change({ write, withRef }: { readonly write: CellWrite; readonly withRef: boolean }) {
  const { words } = usePane();
  return (
    <dl className="change">
      {withRef ? <div className="change-ref">{write.ref}</div> : null}
      <dt>{words.detail.before}</dt>
      <dd>
        {contentText(write.before, words)} <span className="faint">{kindOf(write.before, words)}</span>
      </dd>
      <dt>{words.detail.after}</dt>
      <dd>
        {contentText(write.after, words)} <span className="faint">{kindOf(write.after, words)}</span>
      </dd>
    </dl>
  );
}
