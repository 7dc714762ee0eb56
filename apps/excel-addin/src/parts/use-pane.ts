import { createContext, useContext, useSyncExternalStore } from "react";
import type { Pane } from "../acts/pane/pane.ts";
import type { PaneState } from "../state/pane.ts";
import { type PaneWords, paneWords } from "../words/words.ts";

export const PaneContext = createContext<Pane | undefined>(undefined);

/** The pane, its state and the words of its language. */
export function usePane(): { readonly pane: Pane; readonly state: PaneState; readonly words: PaneWords } {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error("no pane around this view");
  const state = useSyncExternalStore(pane.store.subscribe, pane.store.get);
  return { pane, state, words: paneWords[state.lang] };
}
