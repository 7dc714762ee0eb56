// Made from data/comparable-prices.json by scripts/generate.mjs; do not edit.
export const atComparablePrices = [
  {
    "since": "2000-01-01",
    "source": "Notes of the National Bureau of Statistics to its communiqués: growth of GDP and of the value added of industries is calculated at comparable (constant) prices, amounts at current prices.",
    "value": [
      "GDP",
      "生产总值",
      "增加值"
    ]
  }
] as const;
