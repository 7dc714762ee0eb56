// Made from data/light-presets.json by scripts/generate.mjs; do not edit.
export const presets = {
  "default": [
    {
      "since": "2000-01-01",
      "source": "A published rule of a city's monthly bulletin: up to 10 points behind the pace of time is 基本序时, 10 to 30 is yellow, more is red. The rule leaves 0 to 10 unstated; here it is green.",
      "sourceZh": "某市月度通报公布的办法：落后序时进度10个百分点以内为基本序时，10至30个为黄灯，30个以上为红灯；原办法没有写0至10个亮什么灯，这里定为绿灯。",
      "value": {
        "steps": [
          {
            "light": "green",
            "atMost": "10",
            "says": "达到或基本达到序时进度"
          },
          {
            "light": "yellow",
            "atMost": "30",
            "says": "落后序时进度10至30个百分点"
          }
        ],
        "otherwise": {
          "light": "red",
          "says": "落后序时进度30个百分点以上"
        }
      }
    }
  ],
  "strict": [
    {
      "since": "2000-01-01",
      "source": "The stricter practice: whoever is behind the pace of time at all is not green.",
      "sourceZh": "较严的做法：凡落后序时进度的都不亮绿灯。",
      "value": {
        "steps": [
          {
            "light": "green",
            "atMost": "0",
            "says": "达到序时进度"
          },
          {
            "light": "yellow",
            "atMost": "10",
            "says": "落后序时进度10个百分点以内"
          }
        ],
        "otherwise": {
          "light": "red",
          "says": "落后序时进度10个百分点以上"
        }
      }
    }
  ]
} as const;
