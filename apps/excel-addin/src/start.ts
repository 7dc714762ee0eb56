import { checkWorkbook } from "./acts/check.ts";
import { follow } from "./acts/follow.ts";
import type { Pane } from "./acts/pane.ts";
import { startWorker } from "./engine/start-worker.ts";
import { firstState, paneReducer } from "./state/pane.ts";
import { storeOf } from "./state/store.ts";
import { excelWorkbook } from "./workbook/excel-workbook.ts";
import { hostReady } from "./workbook/host-ready.ts";

/** The pane once the host is ready; it reads and checks at once, and writes nothing (启动). */
export async function startPane(): Promise<{ readonly pane: Pane; readonly hostDark: boolean | undefined }> {
  const host = await hostReady();
  const pane: Pane = {
    workbook: excelWorkbook(),
    engine: startWorker(),
    store: storeOf(paneReducer, { ...firstState, lang: host.lang }),
    now: () => Date.now(),
  };
  document.documentElement.lang = host.lang;
  void checkWorkbook(pane).then(() => follow(pane));
  return { pane, hostDark: host.dark };
}
