// Made from data/target-sources.json by scripts/generate.mjs; do not edit.
export const versions = [
  {
    "since": "2000-01-01",
    "source": "The domain page §2: by default the superior's target is assessed. Words as printed in the column 目标来源 of published sheets.",
    "value": {
      "ranks": [
        [
          "国家下达",
          "中央下达",
          "国务院"
        ],
        [
          "省下达",
          "省定",
          "省级下达",
          "自治区下达",
          "直辖市下达"
        ],
        [
          "市下达",
          "市定",
          "市级下达",
          "州下达",
          "地区下达",
          "盟下达"
        ],
        [
          "县下达",
          "县级下达",
          "上级下达",
          "上级",
          "下达",
          "考核目标"
        ],
        [
          "责任书",
          "目标责任",
          "军令状"
        ],
        [
          "政府工作报告",
          "人代会",
          "民生实事",
          "规划"
        ],
        [
          "自定",
          "自加压",
          "自报",
          "申报",
          "内控",
          "奋斗目标"
        ]
      ]
    }
  }
] as const;
