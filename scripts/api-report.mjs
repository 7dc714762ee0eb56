// Compares the public surface of the package in this folder with api/NAME.api.md; --update writes it anew.
import { mkdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";

const folder = process.cwd();
const name = basename(folder);
const root = resolve(import.meta.dirname, "..");
const temporary = resolve(root, "node_modules/.cache/api", name);
mkdirSync(temporary, { recursive: true });
mkdirSync(resolve(root, "api"), { recursive: true });

const config = ExtractorConfig.prepare({
  configObject: {
    projectFolder: folder,
    mainEntryPointFilePath: resolve(folder, "dist/index.d.ts"),
    newlineKind: "lf",
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          target: "ES2022",
          module: "ESNext",
          moduleResolution: "Bundler",
          skipLibCheck: true,
          types: [],
        },
        files: [resolve(folder, "dist/index.d.ts")],
      },
    },
    apiReport: {
      enabled: true,
      reportFileName: `${name}.api.md`,
      reportFolder: resolve(root, "api"),
      reportTempFolder: temporary,
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      compilerMessageReporting: { default: { logLevel: "none" } },
      extractorMessageReporting: { default: { logLevel: "none" } },
      tsdocMessageReporting: { default: { logLevel: "none" } },
    },
  },
  configObjectFullPath: undefined,
  packageJsonFullPath: resolve(folder, "package.json"),
});
const update = process.argv.includes("--update");
const { apiReportChanged, errorCount } = Extractor.invoke(config, {
  localBuild: update,
  showVerboseMessages: false,
  messageCallback: (message) => {
    if (message.logLevel !== ExtractorLogLevel.Error) message.handled = true;
  },
});
if (apiReportChanged && !update) {
  console.error(
    `The public names of @taizhang/${name} changed. Read the difference, then: pnpm run api:update`,
  );
  process.exit(1);
}
process.exit(errorCount > 0 ? 1 : 0);
