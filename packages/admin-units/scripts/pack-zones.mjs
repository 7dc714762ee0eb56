/**
 * Packs the zones into words: code and name; without a code name/parent/until/successors, the name of the usual kinds
 * as one letter where it is the city's short name and the kind. Short names that no rule gives follow the name.
 */

const usual = { g: "高新技术产业开发区", j: "经济技术开发区" };

export const packZones = (zones, divisions) => {
  const names = new Map(divisions.map(({ code, name }) => [code, name]));
  return zones
    .map(({ code, name, parent, until, successors, short }) => {
      const shorts = short
        .split(" ")
        .map((one) => (one === "" ? "" : `=${one}`))
        .join("");
      if (code !== "") return code + name + shorts;
      const city = names.get(parent)?.replace(/市$/, "");
      const kind = Object.keys(usual).find((one) => name === city + usual[one]);
      return [(kind ?? name) + shorts, parent, until, successors].join("/").replace(/\/+$/, "");
    })
    .join(" ");
};
