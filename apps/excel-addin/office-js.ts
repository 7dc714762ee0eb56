import { cpSync, createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import type { Plugin } from "vite";

const dist = join(
  dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
  "dist",
);

/** office.js loads its host's file, words and more from its own folder, so all of Excel's part goes beside it. */
const wanted =
  /^(?:office\.js|custom-functions-runtime\.js|o15apptofilemappingtable\.js|es6-promise\.js|excel-(?:web|win32|mac|winrt|ios|android)-16.*\.js)$/;
const folders = ["zh-cn", "en-us", "telemetry"];
const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** Where the page gets office.js from: its own folder, or Microsoft's address (office.js 的来处). */
export function officeJs(from: "self" | "cdn"): Plugin[] {
  let outDir = "dist";
  const page: Plugin = {
    name: "office-js:page",
    transformIndexHtml: (html) =>
      from === "self"
        ? html
        : html
            .replace("./office-js/office.js", cdn)
            .replace("script-src 'self'", "script-src 'self' https://appsforoffice.microsoft.com"),
  };
  const serve: Plugin = {
    name: "office-js:serve",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use("/office-js/", (request, response, next) => {
        const file = join(dist, (request.url ?? "/").split("?")[0] ?? "");
        if (!file.startsWith(dist) || extname(file) !== ".js" || !existsSync(file)) return next();
        response.setHeader("Content-Type", "text/javascript");
        createReadStream(file).pipe(response);
      });
    },
  };
  const copy: Plugin = {
    name: "office-js:copy",
    apply: "build", // vitest calls closeBundle as well, with an outDir of its own
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle() {
      if (from === "cdn") return;
      const to = join(outDir, "office-js");
      for (const name of readdirSync(dist)) {
        const source = join(dist, name);
        if (
          !(statSync(source).isDirectory()
            ? folders.includes(name)
            : wanted.test(name) && !name.includes(".debug."))
        )
          continue;
        cpSync(source, join(to, name), {
          recursive: true,
          filter: (path) => !/\.debug\.js$|outlook_strings/.test(path),
        });
      }
      cpSync(join(dist, "..", "LICENSE.md"), join(to, "LICENSE.md"));
    },
  };
  return [page, serve, copy];
}
