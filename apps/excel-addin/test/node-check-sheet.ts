/** Three districts, and the city's own figure, which is to be their sum, 840 (节点检查的例表). */
export const nodeCheckSheet = (whole: number): (string | number | null)[][] => [
  ["2016年民生实事进展情况表"],
  ["填报单位：眉山市民政局", null, null, null, "截至2016年10月"],
  ["序号", "地区", "指标名称", "计量单位", "年度目标", "累计完成"],
  [1, "眉山市", "新增养老床位", "张", 1000, whole],
  [2, "东坡区", "新增养老床位", "张", 400, 350],
  [3, "彭山区", "新增养老床位", "张", 300, 280],
  [4, "仁寿县", "新增养老床位", "张", 300, 210],
];
