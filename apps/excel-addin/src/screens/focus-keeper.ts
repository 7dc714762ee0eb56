import { type RefObject, useEffect, useRef } from "react";

/** Where the keyboard was last in the list, so that it is found again when what it stood on is gone. */
interface Kept {
  element?: Element;
  back?: string;
  stop: number;
}

const stopsIn = (frame: HTMLElement): HTMLElement[] => [
  ...frame.querySelectorAll<HTMLElement>("[data-stop]"),
];

/** The heading of the open page, else the tab that is chosen. */
const begin = (frame: HTMLElement): void =>
  (
    frame.querySelector<HTMLElement>(".page-head h2") ??
    frame.querySelector<HTMLElement>("[role=tab][aria-selected=true]")
  )?.focus();

/**
 * Keeps the keyboard in its place (焦点): after a page is left it is on the row or button that opened it, and when a
 * button goes away by its own act, on the row it belonged to. Elements name their place in `data-back`.
 */
export function useFocusKeeper(frame: RefObject<HTMLElement | null>): void {
  const kept = useRef<Kept>({ stop: 0 });
  useEffect(() => {
    const here = frame.current;
    if (!here) return;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      kept.current.element = target;
      const back = target.closest<HTMLElement>("[data-back]");
      if (target.closest(".page")) return;
      // what bears no place of its own is not gone back to, and neither is what had the keyboard before it
      if (!back) {
        delete kept.current.back;
        return;
      }
      const stop = stopsIn(here).findIndex((one) => back.contains(one) || one.contains(target));
      kept.current.back = back.dataset.back ?? "";
      if (stop >= 0) kept.current.stop = stop;
    };
    // the Tab key on nothing, before what was opened has taken the keyboard: it begins there and does not leave the pane
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Tab" || document.activeElement !== document.body) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      begin(here);
    };
    here.addEventListener("focusin", onFocus);
    window.addEventListener("keydown", onKey, true);
    return () => {
      here.removeEventListener("focusin", onFocus);
      window.removeEventListener("keydown", onKey, true);
    };
  }, [frame]);
  // after every change of the pane: nothing to do unless what had the keyboard is gone
  useEffect(() => {
    const here = frame.current;
    const { element, back, stop } = kept.current;
    if (!here || !element || element.isConnected || document.activeElement !== document.body) return;
    if (!document.hasFocus()) return;
    const place =
      back === undefined ? null : here.querySelector<HTMLElement>(`[data-back="${CSS.escape(back)}"]`);
    const stops = stopsIn(here);
    const found = place ?? stops[Math.min(stop, stops.length - 1)];
    const target = found?.matches("button,a,select,input")
      ? found
      : found?.querySelector<HTMLElement>("button");
    // with nothing to go back to, the heading of the page or the first tab: never nowhere, for there the Tab key leaves the pane
    if (target) target.focus();
    else begin(here);
  });
}
