import { noFilter, weights } from "./finding-rows.ts";
import { keepHere, keepWhileOpen, kept, whileOpen } from "./local-memory.ts";
import type { PaneState } from "./pane.ts";
import type { Store } from "./store.ts";

/** What this computer remembers of the pane, as part of its first state; what makes no sense is left out (本机记忆). */
export function remembered(): Pick<PaneState, "tab" | "filter"> {
  const { tab, shown, scope } = kept();
  const letters = weights.filter((weight) => Array.isArray(shown) && shown.includes(weight));
  return {
    tab: tab === "rollup" ? "rollup" : "check",
    filter: {
      ...noFilter,
      weights: letters.length > 0 ? letters : weights,
      scope: scope === "all" ? "all" : "sheet",
      org: whileOpen("org"),
    },
  };
}

/** Keeps tab and filters from now on. A department's name is the workbook's: it is kept only while the pane is open. */
export function remember<Action>(store: Pick<Store<PaneState, Action>, "get" | "subscribe">): void {
  let { tab, filter } = store.get();
  store.subscribe(() => {
    const now = store.get();
    if (now.tab === tab && now.filter === filter) return;
    ({ tab, filter } = now);
    keepHere({ tab, shown: filter.weights, scope: filter.scope });
    keepWhileOpen("org", filter.org);
  });
}
