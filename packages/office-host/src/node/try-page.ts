// Serves the page on which the pane can be tried without Excel, until Ctrl+C.
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { servePage } from "./serve-page.ts";

const usual = 3443;
const folder = process.argv[2] ?? ".";
const example = resolve(folder, "examples/nanguan-2016");
/** The ledger, and beside it what the departments have sent in for October, each as a sheet. */
const ledger = resolve(example, "台账.xlsx");
const returns = readdirSync(resolve(example, "2016-10"))
  .filter((name) => name.endsWith(".xlsx"))
  .map((name) => resolve(example, "2016-10", name));
const addin = resolve(folder, "apps/excel-addin");
if (!existsSync(resolve(addin, "dist/taskpane.html"))) {
  console.error("The pane is not built: npm run try builds it first. 窗格尚未构建，请用 npm run try。");
  process.exit(1);
}
const options = {
  addin: resolve(addin, "dist"),
  manifest: resolve(addin, "manifest.xml"),
  workbook: ledger,
  more: returns,
};
const served = await servePage({ ...options, port: usual }).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE") throw error;
  return servePage(options); // the usual port is taken
});
console.log(`
  台账窗格试用页  ${served.url}
  Try the pane    ${served.url}?lang=en

  浏览器会提示“连接不是私密连接”：Office.js只在https下工作，这里用的是本机自制的证书，没有别人签过名。
  数据不出本机，请点“高级”，再点“继续前往127.0.0.1”。按Ctrl+C结束。

  The browser will warn that the connection is not private: Office.js works over https only, and this certificate was
  made by this computer for itself. Nothing leaves the computer: choose Advanced, then Continue to 127.0.0.1.
  Ctrl+C ends it.
`);
process.once("SIGINT", () => {
  void served.close().then(() => process.exit(0));
});
