import { existsSync } from "node:fs";

/** How to start a browser for tests. */
export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
}

const installed: Readonly<Record<string, readonly string[]>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};
const quiet = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** A Chromium: the one that CHROMIUM names, else an installed one, else the one from npm (Linux only); or none. */
export async function findBrowser(): Promise<Browser | undefined> {
  const named = process.env.CHROMIUM;
  const found = [named, ...(installed[process.platform] ?? [])].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (found !== undefined) return { executablePath: found, args: quiet };
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  // without the system's libraries it starts only if it believes to be there, and looks for that when imported
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    // a process for each page: in a single one, the end of a context ended the browser
    const args = chromium.args.filter((arg) => arg !== "--single-process");
    return { executablePath: await chromium.executablePath(), args: [...args, ...quiet] };
  } catch {
    return undefined;
  }
}

/** True where a missing browser is a failure, as in the continuous build. */
export const isBrowserRequired = (): boolean => process.env.TAIZHANG_REQUIRE_BROWSER === "1";
