/**
 * Serves the page that plays Excel, and finds a browser to look at it.
 * @packageDocumentation
 */
export { type Browser, findBrowser, isBrowserRequired } from "./find-browser.ts";
export { type PageOptions, type ServedPage, servePage } from "./serve-page.ts";
