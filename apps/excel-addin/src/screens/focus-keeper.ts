import { type RefObject, useEffect, useRef } from "react";

/** Where the keyboard was last, so that it is found again when what it stood on is gone. */
interface Kept {
  element?: Element;
  back?: string;
  stop: number;
  /** Its place is not there now: the keyboard waits at this element until it is, or the user does something else. */
  waits?: Element;
}

const stopsIn = (frame: HTMLElement): HTMLElement[] => [
  ...frame.querySelectorAll<HTMLElement>("[data-stop]"),
];

/** The heading of the open page, else the tab that is chosen. */
const beginning = (frame: HTMLElement): HTMLElement | null =>
  frame.querySelector<HTMLElement>(".page-head h2") ??
  frame.querySelector<HTMLElement>("[role=tab][aria-selected=true]");

/**
 * Keeps the keyboard in its place (焦点): after a page is left it is on the row or button that opened it, and when a
 * button goes away by its own act, on the row it belonged to. Elements name their place in `data-back`; what comes in the
 * place of another bears its name, so that the keyboard goes on there: the table where the button was that made it.
 */
export function useFocusKeeper(frame: RefObject<HTMLElement | null>): void {
  const kept = useRef<Kept>({ stop: 0 });
  useEffect(() => {
    const here = frame.current;
    if (!here) return;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const { waits } = kept.current;
      delete kept.current.waits;
      kept.current.element = target;
      if (target === waits) {
        kept.current.waits = waits;
        return;
      }
      const back = target.closest<HTMLElement>("[data-back]");
      // a page or a notice goes away by itself: the place is that from which it was raised
      if (target.closest(".page, .notice")) return;
      // what bears no place of its own is not gone back to, and neither is what had the keyboard before it
      if (!back) {
        delete kept.current.back;
        return;
      }
      const stop = stopsIn(here).findIndex((one) => back.contains(one) || one.contains(target));
      kept.current.back = back.dataset.back ?? "";
      if (stop >= 0) kept.current.stop = stop;
    };
    const stopWaiting = () => {
      delete kept.current.waits;
    };
    // the Tab key on nothing, before what was opened has taken the keyboard: it begins there and does not leave the pane
    const onKey = (event: KeyboardEvent) => {
      stopWaiting();
      if (event.key !== "Tab" || document.activeElement !== document.body) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      beginning(here)?.focus();
    };
    here.addEventListener("focusin", onFocus);
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("pointerdown", stopWaiting, true);
    return () => {
      here.removeEventListener("focusin", onFocus);
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("pointerdown", stopWaiting, true);
    };
  }, [frame]);
  // after every change of the pane: nothing to do unless what had the keyboard is gone
  useEffect(() => {
    const here = frame.current;
    const { element, back, stop, waits } = kept.current;
    if (!here || !element || !document.hasFocus()) return;
    const isLost = !element.isConnected && document.activeElement === document.body;
    const isWaiting = waits !== undefined && waits === document.activeElement;
    if (!isLost && !isWaiting) return;
    const place =
      back === undefined ? null : here.querySelector<HTMLElement>(`[data-back="${CSS.escape(back)}"]`);
    if (isWaiting && !place) return;
    const stops = stopsIn(here);
    const target = focusIn(place ?? stops[Math.min(stop, stops.length - 1)]);
    if (target) {
      delete kept.current.waits;
      return target.focus();
    }
    // with nothing to go back to, the heading of the page or the first tab: never nowhere, for there the Tab key leaves the pane
    const start = beginning(here);
    if (start && back !== undefined) kept.current.waits = start;
    start?.focus();
  });
}

/** What takes the keyboard at a place: the place itself or the first in it. */
const focusIn = (place: HTMLElement | undefined | null): HTMLElement | undefined =>
  place?.matches(focusable) ? place : (place?.querySelector<HTMLElement>(focusable) ?? undefined);

const focusable = "button:not(:disabled), a, select, input:not(:disabled)";
