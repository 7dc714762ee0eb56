import type { Words } from "../say.ts";

export const zhCN: Words = {
  F01: ({ kind, detail }) =>
    ({
      legacy: "这是旧格式文件（.xls或.et），请在Excel或WPS里另存为.xlsx后再用。",
      encrypted: "文件有密码，打不开；请去掉密码另存一份后再用。",
      notWorkbook: "这不是Excel工作簿（.xlsx），请核对文件。",
      damaged: `文件已损坏，读不出内容（${detail}）；请向填报单位重新要一份。`,
      tooLarge: `文件过大，已停止读取（${detail}）；请删去多余的行列或工作表后再用。`,
    })[kind],
};
