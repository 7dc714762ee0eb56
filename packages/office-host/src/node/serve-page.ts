import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { basename, dirname, extname, join, resolve, sep } from "node:path";
import { build } from "esbuild";
import { generate } from "selfsigned";
import { readLooks } from "./read-looks.ts";
import { calculatorFile } from "./start-calculator.ts";

const require = createRequire(import.meta.url);
const root = dirname(require.resolve("@taizhang/office-host/package.json"));
const officeJs = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

export interface PageOptions {
  /** The folder with the built add-in, and its page in it. */
  readonly addin: string;
  readonly page?: string;
  /** The add-in's manifest: its buttons stand above the grid. */
  readonly manifest?: string;
  /** The workbook that the page opens. */
  readonly workbook: string;
  /** More workbooks: each sheet of theirs becomes one of the page's workbook, named after its file. */
  readonly more?: readonly string[];
  /** The port; 0 (the default) takes a free one. */
  readonly port?: number;
  readonly requirements?: Readonly<Record<string, string>>;
}

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xml": "text/xml; charset=utf-8",
};
/** The page itself asks nobody else either. */
const pagePolicy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self'";

/** Serves the workbook, the page that plays Excel and the add-in, over https on this computer only. */
export async function servePage(options: PageOptions): Promise<ServedPage> {
  const files = [options.workbook, ...(options.more ?? [])];
  const contents = files.map((file) => new Uint8Array(readFileSync(file)));
  const [script, certificate, ...looks] = await Promise.all([
    pageScript(),
    ownCertificate(),
    ...contents.map(readLooks),
  ]);
  const setup = {
    files: files.map((file) => basename(file)),
    addin: `/addin/${options.page ?? "taskpane.html"}`,
    manifest: options.manifest === undefined ? "" : "/manifest.xml",
    requirements: options.requirements ?? {},
  };
  const made: Readonly<Record<string, () => string | Uint8Array>> = {
    "/": () => readFileSync(join(root, "src/page/index.html")),
    "/page.js": () => script,
    "/page.css": () => readFileSync(join(root, "src/page/page.css")),
    "/setup.json": () => JSON.stringify(setup),
    ...Object.fromEntries(contents.map((bytes, at) => [`/workbooks/${at}.xlsx`, () => bytes])),
    ...Object.fromEntries(looks.map((look, at) => [`/workbooks/${at}.json`, () => JSON.stringify(look)])),
    "/ironcalc.wasm": () => readFileSync(calculatorFile()),
    ...(options.manifest === undefined
      ? {}
      : { "/manifest.xml": () => readFileSync(options.manifest ?? "") }),
  };
  const server = createServer(certificate, (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname);
    const body =
      made[path]?.() ?? fileAt(options.addin, "/addin/", path) ?? fileAt(officeJs, "/office-js/", path);
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = path === "/" ? types[".html"] : types[extname(path)];
    response.writeHead(200, {
      "Content-Type": type ?? "application/octet-stream",
      "Cache-Control": "no-store",
      ...(path === "/" ? { "Content-Security-Policy": pagePolicy } : {}),
    });
    response.end(body);
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `https://127.0.0.1:${port}/`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** The file below the folder that the path names, if there is one. */
function fileAt(folder: string, prefix: string, path: string): Uint8Array | undefined {
  if (!path.startsWith(prefix)) return undefined;
  // the npm folder of the error pages is in small letters, while office.js asks for it with capitals
  const file = resolve(folder, path.slice(prefix.length).replace("AgaveErrorUX", "agaveerrorux"));
  if (!file.startsWith(resolve(folder) + sep)) return undefined;
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/page/main.ts")],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: "esm",
    target: "chrome109",
    conditions: ["@taizhang/source"],
    minify: true,
    legalComments: "none",
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** A certificate for this computer that nobody has signed but itself: the browser warns of it once. */
async function ownCertificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    keySize: 2048,
    algorithm: "sha256",
    extensions: [
      {
        name: "subjectAltName",
        altNames: [
          { type: 7, ip: "127.0.0.1" },
          { type: 2, value: "localhost" },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => done((server.address() as AddressInfo).port));
  });
