// Packs the package in this folder and checks the tarball as a consumer's tools would: publint and attw.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "taizhang-pack-"));
let failed = false;
try {
  const pnpm = resolve(root, "node_modules/pnpm/bin/pnpm.cjs");
  execFileSync(process.execPath, [pnpm, "pack", "--pack-destination", folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const tarball = join(folder, readdirSync(folder)[0]);
  const bytes = readFileSync(tarball);
  const { messages, pkg } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
    strict: true,
    level: "suggestion",
  });
  for (const message of messages) console.error(`publint: ${formatMessage(message, pkg)}`);
  failed = messages.length > 0;
  if (manifest.exports) {
    const attw = resolve(
      dirname(createRequire(import.meta.url).resolve("@arethetypeswrong/cli/package.json")),
      "dist/index.js",
    );
    execFileSync(process.execPath, [attw, tarball, "--profile", "node16", "--format", "ascii"], {
      stdio: "inherit",
    });
  }
} catch (error) {
  console.error(String(error.message ?? error));
  failed = true;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
