import { usePane } from "./use-pane.ts";

/** Where Excel's own undo cannot take back what is about to be written, it says so first (Excel撤销不了时). */
export function UndoNote() {
  const { state, words } = usePane();
  return state.hostUndoes ? null : <p className="faint">{words.footer.excelCannot}</p>;
}
