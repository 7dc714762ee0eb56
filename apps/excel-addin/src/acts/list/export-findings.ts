import { freeName } from "../../engine/free-name.ts";
import { shown } from "../../state/finding-rows.ts";
import { addUndoably } from "../fix/added-sheets.ts";
import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";

/** Writes the findings that are shown to a new sheet 检查结果; without any the sheet says so (导出). */
export const exportFindings = (pane: Pane): Promise<boolean> =>
  attempt(
    pane,
    async () => {
      const { workbook, engine, store } = pane;
      const { rows, filter, active, lang } = store.get();
      const findings = shown(rows, filter, active).map(({ finding }) => finding);
      const outline = await workbook.outline();
      const layout = await engine.call("findingsSheet", { findings, lang, file: outline.file });
      const name = freeName(
        layout.name,
        outline.sheets.map((sheet) => sheet.name),
      );
      await addUndoably(pane, "export", { layout: { ...layout, name } });
      store.dispatch({
        do: "notice",
        notice: { kind: "said", text: { what: "exported", sheet: name, rows: findings.length } },
      });
    },
    { waiting: { what: "export" } },
  );
