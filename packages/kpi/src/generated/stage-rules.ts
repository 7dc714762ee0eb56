// Made from data/stage-rules.json by scripts/generate.mjs; do not edit.
export const stageRules = [
  {
    "since": "2000-01-01",
    "source": "Our own default: the domain page §3 says that a project lights by the worse of stage and money and names no thresholds for the stage; no document at hand.",
    "value": {
      "yellowUpTo": 1
    }
  }
] as const;
