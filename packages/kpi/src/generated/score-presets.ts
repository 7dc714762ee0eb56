// Made from data/score-presets.json by scripts/generate.mjs; do not edit.
export const scorePresets = {
  "linear": [
    {
      "since": "2020-02-25",
      "source": "财预〔2020〕10号《项目支出绩效评价管理办法》: a quantitative indicator that reaches its value takes its whole weight, one that does not takes it in proportion. The bonus for more (加分, pro rata, at most a tenth of the weight) is our own default: no document at hand fixes one.",
      "sourceZh": "财预〔2020〕10号《项目支出绩效评价管理办法》：定量指标完成的得全部分值，未完成的按比例得分。超额加分（按比例，不超过权重的十分之一）手头没有文件规定，是本软件的默认办法。",
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
      "source": "Taizhang's own preset: the domain page §3 asks for four steps and says neither where they lie nor what they give; no document at hand. Each step includes its lower end, so that no rate is without a step.",
      "sourceZh": "本软件自定：台账计算规则第3节只说分四档，没有写分界和得分，手头没有文件规定；每档含下限。",
      "own": true,
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
      "source": "Taizhang's own preset after the domain page §3, which names no document: one point off for each 3% short of the target, at most 15. That only each full 3% counts is our own reading: the page does not say.",
      "sourceZh": "本软件自定，依台账计算规则第3节（该节没有注明文件）：每低3%扣1分，最多扣15分。不满3%的不扣，是本软件的理解。",
      "own": true,
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
      "source": "Taizhang's own preset: the domain page §3 says no more than “best in group”. The best of the group takes the whole weight, the others in proportion to it; no document at hand.",
      "sourceZh": "本软件自定：台账计算规则第3节只写“同组最好”。同组最好的得满分，其余按与它的比例得分，手头没有文件规定。",
      "own": true,
      "value": {
        "kind": "best"
      }
    }
  ],
  "efficacy": [
    {
      "since": "1999-07-09",
      "source": "财统字〔1999〕6号《国有资本金效绩评价计分方法》 scores by 功效系数: a base for the step plus (actual − the step's value) / (the next step's value − the step's value) of the way up. With one step from 60 to 100 that is 60 + 40 × (x − 不允许值) / (满意值 − 不允许值), as the domain page §3 has it. It was replaced in 2002 and is cited for the formula alone. Where no 满意值 and 不允许值 are given, the best and worst of the group stand for them: our own default.",
      "sourceZh": "财统字〔1999〕6号《国有资本金效绩评价计分方法》的功效系数法（2002年起由新办法代替，这里只引公式）；只用60至100一档，即60+40×（完成值−不允许值）÷（满意值−不允许值），见台账计算规则第3节。没有给出满意值和不允许值的，用同组最好值和最差值，是本软件的默认办法。",
      "value": {
        "kind": "efficacy",
        "base": "60",
        "span": "40"
      }
    }
  ]
} as const;
