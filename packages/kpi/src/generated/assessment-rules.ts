// Made from data/assessment-rules.json by scripts/generate.mjs; do not edit.
export const assessmentRules = [
  {
    "since": "2020-02-25",
    "source": "Grades and their lower ends: 财预〔2020〕10号《项目支出绩效评价管理办法》, of 100 points 90 优, 80 良, 60 中, below 差, each with its lower end. All else is our own default: two printed digits, 2−A/T for a ceiling that is passed, half a point off for each return that never came (at most 5), and the lowest grade for 一票否决, which by the domain page §3 sets the grade and leaves the score.",
    "value": {
      "places": 2,
      "ceilingRate": "mirror",
      "reporting": {
        "each": "0.5",
        "atMost": "5"
      },
      "grades": [
        {
          "atLeast": "0.9",
          "grade": "优"
        },
        {
          "atLeast": "0.8",
          "grade": "良"
        },
        {
          "atLeast": "0.6",
          "grade": "中"
        }
      ],
      "lowest": "差",
      "vetoGrade": "差"
    }
  }
] as const;
