// Made from data/light-presets.json by scripts/generate.mjs; do not edit.
export const presets = {
  "default": [
    {
      "since": "2000-01-01",
      "source": "Taizhang's own preset after the domain page §3: up to 10 points behind the pace of time is green (基本序时), up to 30 yellow, more red. That page describes a published rule that leaves 0 to 10 unstated, and names no document; green for it is our own reading.",
      "sourceZh": "本软件自定，依台账计算规则第3节：落后序时进度10个百分点以内为绿灯（基本序时），10至30个为黄灯，30个以上为红灯。该节所述的已公布办法没有注明文件，也没有写0至10个亮什么灯，定为绿灯是本软件的理解。",
      "own": true,
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
      "source": "Taizhang's own preset after the domain page §3, which names no document: whoever is behind the pace of time at all is not green; up to 10 points is yellow, more red.",
      "sourceZh": "本软件自定，依台账计算规则第3节（该节没有注明文件）：凡落后序时进度的都不亮绿灯，10个百分点以内为黄灯，10个以上为红灯。",
      "own": true,
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
