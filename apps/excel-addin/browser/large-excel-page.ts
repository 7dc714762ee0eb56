import { workerInFrame } from "@taizhang/office-host/browser";
import type { FromLargeExcel, LargeAsk, LargeReport } from "./large-excel-worker.ts";

/** Excel with a large workbook, in a thread of its own: what the thread of the pane does is then the pane's alone. */
function start() {
  const worker = new Worker(new URL("./large-excel-worker.ts", import.meta.url), { type: "module" });
  const ask = (question: LargeAsk) =>
    new Promise<LargeReport>((resolve) => {
      const answered = ({ data }: MessageEvent<FromLargeExcel>) => {
        if (data.kind !== "report") return;
        worker.removeEventListener("message", answered);
        resolve(data.report);
      };
      worker.addEventListener("message", answered);
      worker.postMessage({ kind: "ask", question });
    });
  return {
    ask,
    open: () => void workerInFrame(worker, document.body, { addin: "./addin/taskpane.html" }),
  };
}

declare global {
  interface Window {
    largeExcel: ReturnType<typeof start>;
  }
}
window.largeExcel = start();
