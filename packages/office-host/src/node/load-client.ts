import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The parts of the real client library that an add-in sees as globals. */
export interface Client {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** The window that the library sees; `Office` of it can be set. */
  readonly window: Record<string, unknown>;
}

/** Microsoft's own hook for hosts that are not a browser. */
export interface Bridge {
  sendMessageToHost(text: string): void;
  /** Set by the library. */
  onMessageFromHost?(text: string): void;
}

const require = createRequire(import.meta.url);
const file = require.resolve("@microsoft/office-js/dist/excel-web-16.00.js");
type Evaluated = (window: object) => Omit<Client, "window">;
let evaluate: Evaluated | undefined;

/**
 * The unmodified client library, talking over the bridge. Each call gives a library of its own.
 *
 * It is run in this realm and not in a new context: the library recognises plain objects and arrays by their
 * constructors, which another realm would have others of.
 */
export function loadClient(bridge: Bridge): Client {
  evaluate ??= new Function(
    "w",
    `with(w){${readFileSync(file, "utf8")}\n;return {Excel,OfficeExtension}}\n//# sourceURL=${file}`,
  ) as Evaluated;
  const window = windowFor(bridge);
  return { ...evaluate(window), window };
}

/** Just enough of a window for the library to start in. */
function windowFor(bridge: Bridge): Record<string, unknown> {
  const nothing = (): void => {};
  const element = () => ({
    setAttribute: nothing,
    getAttribute: () => null,
    appendChild: nothing,
    style: {},
  });
  const place = {
    href: "https://h/",
    hash: "",
    search: "",
    origin: "https://h",
    protocol: "https:",
    hostname: "h",
  };
  const document = {
    domain: "h",
    URL: place.href,
    createElement: element,
    getElementsByTagName: () => [element()],
    querySelectorAll: () => [],
    head: element(),
    body: element(),
    addEventListener: nothing,
  };
  const globals = { console, setTimeout, clearTimeout, setInterval, clearInterval, Promise, Date, Error };
  const window: Record<string, unknown> = {
    ...globals,
    addEventListener: nothing,
    name: "",
    history: {},
    navigator: { userAgent: "node" },
    location: place,
    document,
    _richApiNativeBridge: bridge,
  };
  window.window = window;
  window.self = window;
  // what the library declares at its top level becomes a property of the window
  for (const name of [
    "OfficeExtension",
    "OfficeExtensionBatch",
    "OfficeCore",
    "Excel",
    "OSF",
    "OfficeExt",
    "Office",
    "OfficeRuntime",
  ])
    window[name] ??= undefined;
  return window;
}
