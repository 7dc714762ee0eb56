import type { Pane } from "../pane/pane.ts";
import { addFiles, type ChosenFile } from "./roll-up.ts";

/** Files that the user chose or dropped; each is read when its turn comes. */
export const filesOf = (list: FileList | null): ChosenFile[] =>
  [...(list ?? [])].map((file) => ({
    name: file.name,
    modified: file.lastModified,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  }));

/** Takes files dropped anywhere on the pane as sources; without this the browser would open them in its place (拖到窗格). */
export function takeDroppedFiles(pane: Pane): void {
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    const files = filesOf(event.dataTransfer?.files ?? null);
    if (files.length === 0) return;
    pane.store.dispatch({ do: "page", page: undefined });
    pane.store.dispatch({ do: "set", state: { tab: "rollup" } });
    void addFiles(pane, files);
  });
}
