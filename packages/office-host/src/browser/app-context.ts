import type { RequirementSets } from "../requirements.ts";

/** What the add-in learns of the document and of Excel when it starts. */
export function appContext(
  app: string,
  language: string,
  sets: RequirementSets,
  name: string,
): Record<string, unknown> {
  const lowered = Object.fromEntries(
    Object.entries(sets).map(([set, version]) => [set.toLowerCase(), version]),
  );
  return {
    _id: app,
    _appName: 16,
    _appVersion: "16.0",
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: `https://localhost/${encodeURIComponent(name)}`,
    _clientMode: 1,
    _settings: [],
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: app,
    _appInstanceId: app,
    _appMinorVersion: 1,
    _requirementMatrix: JSON.stringify(lowered),
    _hostCustomMessage: null,
    _hostFullVersion: "16.0.18000.40000",
    _clientWindowHeight: 600,
    _clientWindowWidth: 360,
    _addinName: "Taizhang",
    _appDomains: [],
    _dialogRequirementMatrix: "{}",
    _featureGates: {},
    _initialDisplayMode: 2,
  };
}
