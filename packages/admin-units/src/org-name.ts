import { departmentIndex, departmentKey } from "./departments.ts";
import { divisionIndex } from "./divisions.ts";
import { nameKey } from "./name-key.ts";
import { isZoneName } from "./zones.ts";

const longest = 40;

// what a name of an organisation ends with; the words that only look so stand in `notOrg`
const orgEnding =
  /(?:局|委|厅|署|部门|单位|办|办公室|科|股|中心|集团|公司|银行|[分支]行|信用社|学校|学院|大学|中学|小学|幼儿园|党校|医院|卫生院|敬老院|福利院|养老院|法院|检察院|研究院|设计院|研究所|派出所|司法所|[务管理监督验察疫防电渔牧政划源护法]所|事务所|监测所|看守所|卫生所|国土所|[管服工检监收气]..?站|工作站|服务站|气象站|文化站|监测站|卫生站|检疫站|推广站|办事处|管理处|[人征执建园路]..?处|大队|支队|总队|中队|队|馆|供销社|合作社|居委会|村委会|管委会|委员会|指挥部|领导小组|政府|人大|政协|工会|妇联|残联|文联|侨联|工商联|社科联|联合会|联社|科协|协会|学会|商会|红十字会|红会|团委|共青团|基金会|促进会|理事会|贸促会|计生协|机关工委|党工委|党委|工委|纪委|监委|组织部|宣传部|统战部|武装部|社工部|社会工作部|工作部|事业部|项目部|统计队|调查队|电视台|电台|报社|日报|林场|农场|牧场|街道|社区|[^老大小行]村|镇|乡|苏木|省|市|县|自治州|州|盟|旗|[^小社片景校城山地辖灾库棚示园]区|开发区|高新区|经开区|新区|园区|示范区|集聚区|管理区|城区)$/;

const notOrg =
  /(?:督办|承办|主办|协办|举办|(?<!振)兴办|开办|创办|交办|查办|新办|经办|申办|代办|待办|已办|补办|催办|合办|试办|停办|不办|受理办|结局|格局|布局|大局|全局|当局|时局|原委|科委托|学科|专科|百科|外科|内科|文科|理科|本科|重点?中心|城乡|家乡|下乡|返乡|超市|门市|菜市|上市|股市|城市|县城|列队|部队|军队|团队|车队|城镇|市场|场馆|宾馆|饭馆|自然村|行政村|城中村|新农村|山区|市辖区|棚户区|贫困村|贫困县|各省|外省|全省|全市|全县|全区|全镇|全乡|本省|本市|本县|本区|我省|我市|我县|我区|小康县|示范县|示范镇|示范乡|示范村|文明村|文明镇|中心镇|中心村|特色镇|无|街坊)$/;

// words of a form's head and of amounts
const label =
  /^(?:单位|部门|机关|公司|(?:牵头|责任|配合|协办|主办|承办|计量|填报|报送|主管|所在|工作|建设|施工|实施|参与|本|各|货币|金额|数量|面积)单位|(?:牵头|责任|配合|主管|所属|所在)部门|项目部|委|政府部门)$/;

// a sentence, an amount, a date: no name
const sentence =
  /[。！？；：%％+=<>≥≤]|\d{3,}|[0-9.]+(?:万|亿|个|人|件|户|元|公里|平方|吨|套)|完成|推进|落实|加强|开展|实施|做好|达到|力争|确保|提高|新增|启动|开工|新建(?![区县])|扩建|改建|配备|装修|标准化|万村千乡/;

/**
 * Returns whether a text looks like the name of an organisation (单位名称) of any kind: a department, a
 * division, a company, a school, a group of them. It looks at the form and does not say that the unit exists.
 *
 * @example
 * isOrgName("幸福乡卫生院"); // true
 * isOrgName("完成投资2亿元"); // false
 */
export const isOrgName = (text: string): boolean => {
  if (text.length > longest) return false;
  const key = nameKey(text).replace(/[(（][^()（）]*[)）]$/, "");
  if (key.length < 2 || sentence.test(key)) return false;
  const { byName, byShort } = divisionIndex();
  if (byName.has(key) || byShort.has(key) || isZoneName(key)) return true;
  if (label.test(key) || notOrg.test(key)) return false;
  return orgEnding.test(key) || departmentIndex().byName.has(departmentKey(key));
};

const divisionEnding =
  /(?:省|自治区|特别行政区|市|州|盟|地区|县|旗|林区|特区|[^小片景校山辖灾库棚社]区|街道|街道办事处|镇|乡|苏木|村|社区|开发区|新区)$/;

/**
 * Returns whether a text looks like the name of a division or a zone (区划名称): a known name, full or short, or
 * an ending of one.
 *
 * @example
 * looksLikeDivision("幸福乡"); // true
 * looksLikeDivision("教育局"); // false
 */
export const looksLikeDivision = (text: string): boolean => {
  if (text.length > longest) return false;
  const key = nameKey(text);
  if (key.length < 2 || sentence.test(key)) return false;
  const { byName, byShort } = divisionIndex();
  if (byName.has(key) || byShort.has(key) || isZoneName(key)) return true;
  return !notOrg.test(key) && divisionEnding.test(key);
};
