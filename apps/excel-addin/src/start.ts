import { checkWorkbook } from "./acts/check/check.ts";
import { lookForMarks, showMarks } from "./acts/fix/marks.ts";
import { follow } from "./acts/follow/follow.ts";
import { walk } from "./acts/list/walk.ts";
import type { Pane } from "./acts/pane/pane.ts";
import { recallSummary } from "./acts/roll-up/summary.ts";
import { sheetFunctions } from "./engine/function-ids.ts";
import { startWorker } from "./engine/start-worker.ts";
import { loadPages, loadRollUp } from "./screens/late-screens.ts";
import { kept } from "./state/local-memory.ts";
import { firstState } from "./state/pane.ts";
import { paneReducer } from "./state/pane-reducer.ts";
import { remember, remembered } from "./state/remember.ts";
import { storeOf } from "./state/store.ts";
import { onFunctions } from "./workbook/custom-functions.ts";
import { excelWorkbook } from "./workbook/excel-workbook.ts";
import { hostReady } from "./workbook/host-ready.ts";
import { onRibbon } from "./workbook/ribbon.ts";

/** The pane once the host is ready; it reads and checks at once, and writes nothing (启动). */
export async function startPane(): Promise<{ readonly pane: Pane; readonly hostDark: boolean | undefined }> {
  const host = await hostReady();
  performance.mark("taizhang:office-ready");
  const here = kept();
  const pane: Pane = {
    workbook: excelWorkbook(),
    engine: startWorker(),
    store: storeOf(paneReducer, {
      ...firstState,
      lang: here.lang === "en" || here.lang === "zh-CN" ? here.lang : host.lang,
      look: here.look === "light" || here.look === "dark" ? here.look : "auto",
      hostLang: host.lang,
      hostUndoes: host.undoes,
      firstRun: here.seen !== true,
      ...remembered(),
    }),
    now: () => Date.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
  remember(pane.store);
  const checked = checkWorkbook(pane);
  void follow(pane);
  void checked.then(async () => {
    performance.mark("taizhang:checked");
    await recallSummary(pane);
    await lookForMarks(pane);
  });
  // what comes late comes now, so that all goes on without a network; where it does not come, it is asked for again
  void checked
    .then(() => Promise.all([loadPages(), loadRollUp(), pane.engine.call("stock", null)]))
    .then(() => performance.mark("taizhang:stocked"))
    .catch(() => {});
  const online = () => pane.store.dispatch({ do: "set", state: { offline: !navigator.onLine } });
  addEventListener("online", online);
  addEventListener("offline", online);
  online();
  onFunctions(sheetFunctions, (name, given) =>
    pane.engine.call("functionValue", { name, given: given.slice(0, -1), lang: pane.store.get().lang }),
  );
  onRibbon({
    check: () => {
      pane.store.dispatch({ do: "page", page: undefined });
      pane.store.dispatch({ do: "set", state: { tab: "check" } });
      return checkWorkbook(pane);
    },
    rollUp: () => {
      pane.store.dispatch({ do: "page", page: undefined });
      pane.store.dispatch({ do: "set", state: { tab: "rollup" } });
    },
    previousFinding: () => walk(pane, -1),
    nextFinding: () => walk(pane, 1),
    marks: () => showMarks(pane, ["off", "asking"].includes(pane.store.get().marks)),
  });
  return { pane, hostDark: host.dark };
}
