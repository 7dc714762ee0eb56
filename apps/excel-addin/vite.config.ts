import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { officeJs } from "./office-js.ts";

// Where office.js comes from: "self" copies Microsoft's package beside the pane (intranets, no third party is asked),
// "cdn" points at Microsoft's address (the Marketplace wants it).
const from = process.env.TAIZHANG_OFFICE_JS === "cdn" ? "cdn" : "self";

export default defineConfig({
  base: "./",
  resolve: { conditions: ["@taizhang/source", "module", "browser"] },
  plugins: [react(), officeJs(from)],
  worker: { format: "es" },
  build: {
    target: ["chrome109", "safari16"],
    modulePreload: { polyfill: false },
    rollupOptions: { input: { taskpane: "taskpane.html" } },
  },
});
