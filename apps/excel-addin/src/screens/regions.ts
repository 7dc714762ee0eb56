/** The regions of the pane in reading order: tabs, card, list or page, foot. */
const regions = ".tabs, .top, .body, .footer";

const focusable =
  "button:not([disabled]), a[href], select, input:not([disabled]), textarea, [tabindex]:not([tabindex='-1'])";

/**
 * F6 goes to the next region of the pane, Shift+F6 to the one before; from the last one it goes on to Excel, which has
 * the key for its own regions (F6换区). True where the keyboard was moved within the pane.
 */
export function stepRegion(frame: HTMLElement, back: boolean): boolean {
  const all = [...frame.querySelectorAll<HTMLElement>(regions)].filter((region) => stopOf(region));
  const at = all.findIndex((region) => region.contains(document.activeElement));
  const stop = stopOf(all[at < 0 ? (back ? all.length - 1 : 0) : at + (back ? -1 : 1)]);
  stop?.focus();
  return stop !== undefined;
}

/**
 * The Tab key on an element that only a program focuses, such as the heading of a page: Excel on the web walks its own list
 * of stops, does not find the element there, and would leave the pane (焦点不外跳). True where the keyboard was moved.
 */
export function tabFrom(element: HTMLElement, back: boolean): boolean {
  const stops = stopsIn(document.body);
  const following = stops.filter(
    (stop) => element.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const preceding = stops.filter((stop) => !following.includes(stop));
  const stop = back ? preceding.at(-1) : following[0];
  stop?.focus();
  return stop !== undefined;
}

/** Where a region is entered: the tab or row that the Tab key would stop at. */
const stopOf = (region: HTMLElement | undefined): HTMLElement | undefined => region && stopsIn(region)[0];

const stopsIn = (place: HTMLElement): HTMLElement[] =>
  [...place.querySelectorAll<HTMLElement>(focusable)].filter(
    (stop) => stop.tabIndex >= 0 && stop.offsetParent !== null && !stop.closest("[data-tabster-dummy]"),
  );
