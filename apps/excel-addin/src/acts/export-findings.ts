import { shown } from "../state/finding-rows.ts";
import { freeName } from "../state/free-name.ts";
import { attempt, type Pane } from "./pane.ts";

/** Writes the findings that are shown to a new sheet 检查结果 (导出). */
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
      await workbook.addSheets([{ layout: { ...layout, name } }]);
      store.dispatch({
        do: "notice",
        notice: { kind: "said", text: { what: "exported", sheet: name, rows: findings.length } },
      });
    },
    { waiting: { what: "export" } },
  );
