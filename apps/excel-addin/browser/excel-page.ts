import { actor, OfficeHost, openBook, snapshot } from "@taizhang/office-host";
import { hostInFrame } from "@taizhang/office-host/browser";

/** Plays Excel to the pane: what a test asks for, it does through this. */
function start(
  bytes: readonly number[],
  file: string,
  language: string,
  requirements: Readonly<Record<string, string>>,
) {
  const book = openBook(Uint8Array.from(bytes), file);
  const host = new OfficeHost(book);
  const frame = hostInFrame(host, document.body, { addin: "./addin/taskpane.html", language, requirements });
  return {
    book,
    host,
    frame,
    user: actor(book),
    other: actor(book, "Remote"),
    snapshot: () => snapshot(book),
  };
}

export type ExcelPage = ReturnType<typeof start>;

declare global {
  interface Window {
    startExcel: typeof start;
    excel: ExcelPage;
  }
}
window.startExcel = start;
