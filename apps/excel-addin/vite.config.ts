import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { rulesAloneInVite } from "../../scripts/without-examples.ts";
import { manifest } from "./manifest.ts";
import { officeJs } from "./office-js.ts";
import { packedTables } from "./packed-tables.ts";
import { lateRuleLanguage } from "./rule-language.ts";

// Where office.js comes from: "self" copies Microsoft's package beside the pane (intranets, no third party is asked),
// "cdn" points at Microsoft's address (the Marketplace wants it).
const from = process.env.TAIZHANG_OFFICE_JS === "cdn" ? "cdn" : "self";

export default defineConfig({
  base: "./",
  resolve: { conditions: ["@taizhang/source", "module", "browser"] },
  plugins: [rulesAloneInVite, react(), officeJs(from), manifest(process.env.TAIZHANG_ADDIN_URL)],
  worker: { format: "es", plugins: () => [rulesAloneInVite, packedTables(), lateRuleLanguage()] },
  build: {
    target: ["chrome109", "safari16"],
    modulePreload: { polyfill: false },
    rollupOptions: { input: { taskpane: "taskpane.html" } },
  },
});
