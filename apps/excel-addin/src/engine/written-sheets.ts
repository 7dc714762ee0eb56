export { findingsLayout } from "./findings-layout.ts";
export { keepSettings } from "./keep-settings.ts";
export { summarySheets } from "./summary-sheets.ts";
