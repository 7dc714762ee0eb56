// Made from data/stage-rules.json by scripts/generate.mjs; do not edit.
export const stageRules = [
  {
    "since": "2000-01-01",
    "source": "Taizhang's own preset: the domain page §3 says that a project lights by the worse of stage and money and names no thresholds for the stage; no document at hand.",
    "sourceZh": "本软件自定：台账计算规则第3节只说项目取阶段与投资中较差的灯，没有定阶段的分界，手头没有文件规定。",
    "own": true,
    "value": {
      "yellowUpTo": 1
    }
  }
] as const;
