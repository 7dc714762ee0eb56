import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const written = "https://localhost:3000";

/** Puts the manifest beside the pages, for the https address where they will lie (清单). Any other address throws. */
export function manifest(origin: string = written): Plugin {
  if (!URL.canParse(origin) || new URL(origin).protocol !== "https:")
    throw new Error(`TAIZHANG_ADDIN_URL must be an https address, as Office asks for one: ${origin}`);
  const file = new URL("./manifest.xml", import.meta.url);
  return {
    name: "taizhang:manifest",
    apply: "build",
    generateBundle() {
      const source = readFileSync(file, "utf8").replaceAll(written, origin.replace(/\/$/, ""));
      this.emitFile({ type: "asset", fileName: "manifest.xml", source });
    },
  };
}
