import { existsSync } from "node:fs";

/** Where a browser may be found; CHROMIUM names another. */
const places = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge"];

/** The browser's path; without one the tests are skipped here and fail where TAIZHANG_REQUIRE_BROWSER asks for them. */
export const browserPath = (): string | undefined =>
  [process.env.CHROMIUM ?? "", ...places].find((path) => existsSync(path));
