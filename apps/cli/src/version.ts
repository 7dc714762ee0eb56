import manifest from "../package.json" with { type: "json" };

/** The version of this command line (版本). */
export const version: string = manifest.version;
