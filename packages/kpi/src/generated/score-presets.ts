// Made from data/score-presets.json by scripts/generate.mjs; do not edit.
export const scorePresets = {
  "linear": [
    {
      "since": "2020-02-25",
      "source": "财预〔2020〕10号《项目支出绩效评价管理办法》: a quantitative indicator that reaches its value takes its whole weight, one that does not takes it in proportion. The bonus for more (加分, pro rata, at most a tenth of the weight) is our own default: no document at hand fixes one.",
      "value": {
        "kind": "linear",
        "cap": "1",
        "bonus": {
          "per": "1",
          "atMost": "0.1"
        }
      }
    }
  ],
  "steps": [
    {
      "since": "2000-01-01",
      "source": "Our own default: four steps as bulletins commonly draw them; no document at hand. Each step includes its lower end, so that no rate is without a step.",
      "value": {
        "kind": "steps",
        "steps": [
          {
            "atLeast": "1",
            "share": "1"
          },
          {
            "atLeast": "0.9",
            "share": "0.8"
          },
          {
            "atLeast": "0.8",
            "share": "0.6"
          }
        ],
        "otherwise": {
          "share": "0"
        }
      }
    }
  ],
  "deduct": [
    {
      "since": "2000-01-01",
      "source": "The domain page §3: one point off for each 3% short of the target, at most 15. That only each full 3% counts is our own default: the rule at hand does not say.",
      "value": {
        "kind": "deduct",
        "each": "0.03",
        "points": "1",
        "atMost": "15"
      }
    }
  ],
  "best": [
    {
      "since": "2000-01-01",
      "source": "Our own default: the best of the group takes the whole weight, the others in proportion to it; no document at hand.",
      "value": {
        "kind": "best"
      }
    }
  ],
  "efficacy": [
    {
      "since": "1999-07-09",
      "source": "财统字〔1999〕6号《国有资本金效绩评价计分方法》 scores by 功效系数: a base for the step plus (actual − the step's value) / (the next step's value − the step's value) of the way up. With one step from 60 to 100 that is 60 + 40 × (x − 不允许值) / (满意值 − 不允许值), as the domain page §3 has it. It was replaced in 2002 and is cited for the formula alone. Where no 满意值 and 不允许值 are given, the best and worst of the group stand for them: our own default.",
      "value": {
        "kind": "efficacy",
        "base": "60",
        "span": "40"
      }
    }
  ]
} as const;
