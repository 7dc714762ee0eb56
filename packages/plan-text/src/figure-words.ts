/** Words that decide what a number in a plan is for. Each list is one phenomenon of official Chinese. */

const doingWords =
  "(?:新建|改建|扩建|改扩建|续建|迁建|重建|兴建|筹建|建设|建成|建立|修建|搭建|组建|共建|建(?![筑设])|完成|实施|开展|举办|组织|培训|创建|创办|创立|打造|设立|新增|增设|增加|配备|配置|购置|采购|安装|改造|整治|维修|修缮|更新|提升|建好|办好|引进|培育|发展|扶持|资助|救助|帮扶|安置|招聘|选派|发放|种植|新植|补植|栽植|绿化|治理|搬迁|拆除|拆迁|开工|竣工|投放|推出|命名|评选|树立|带动|推进|启动|实现|达到|力争|争取|确保|保证|至少|不少于|不低于|不得少于|安排|招收|招录|开发|募集|销售|筹集|孵化|引导|打通|推广|认定|转移|化解|解决|检查|抽检|巡查|举行|征集|帮助|服务|免费|为|对|有|设|改|达|办|含|抓好|落实|完善|新(?=\\d))";
/** Verbs of making and doing: what they count is a target, even 一 (新建一座). */
export const doing = new RegExp(`${doingWords}$`);
/** A list of what is done: 培育5家以上…企业、2家以上…企业. */
export const startsDoing =
  /^\s*(?:力争|争取|确保|全年|年内)?(?:新建|改建|扩建|建设|建成|完成|实施|开展|举办|组织|培训|创建|打造|设立|新增|配备|改造|引进|培育|发展|扶持|招聘|招录|推进|启动|实现|认定|孵化)/;

/** Nouns that are counted to structure a text and not to be achieved: 七个方面, 三支队伍. */
export const structural =
  /^(?:大|主要|重要|重大|基本|核心)?(?:方面|环节|层面|层次|体系|机制|制度|原则|关系|阶段|领域|统一|结合|维度|抓手|要素|板块|专题|文明|服务圈|步骤|意识|作用|优势|特点|问题导向|队伍|维护|自信|确保|坚持|更加|规定|转变|突破口|走在|不变|同步|落实到位)/;
/** In the words about a whole plan, its own tasks are counted: 十一项民生工程, 十件实事, 20个重点项目. */
export const ownTasks =
  /^(?:方面|大(?!型)|重点|重大|主要|民生|惠民|为民|利民|专项|关键|具体|年度|目标|实事|好事|任务|工程|行动|计划|项目|事项|类别|类)/;

/** What was done already or stood before: 目前已完成68户. */
export const soFar =
  /(?:目前|现已|已经?(?=完成|建成|实现|开工|竣工|投入|达|有|累计|发放|建立|安装|改造|培训|落实|开展|完工)|截至|截止|至今|迄今|(?<![较比同于过以])(?:去年|上年度?|上一年)|历年|此前|以往)[^。;]{0,40}$|(?:原有|现有)[^,。;、]{0,10}$/;

/** Words after a number that make it the mark of those meant: 80岁以上的老人, 15平方米以下的家庭. */
export const persons =
  /^(?:及以上|以上|以下)?(?:的)?(?:[\u3400-\u9fff]{0,8})?(?:老人|老年人|人员|儿童|妇女|孕妇|居民|学生|家庭|对象|群众|职工|农户|户|企业|单位|项目|青少年|男性|女性|人口|者|适龄|农村|城镇|低保|残疾|失独|空巢|高龄|复员|三属)/;

/** Money that measures the economy or is lent; it is a target and not a source of funds. */
export const economic =
  /(?:GDP|生产总值|收入|产值|增加值|税收?|零售(?:总)?额|销售额?|营业额|进出口|出口|外资|到位资金|招商(?:引资)?|固定资产投资|工业投资|民间投资|技改投资|利润|成交额|交易额|营收|减负|降本|节约|节省|保费|存款|贷款|消费(?!券)|融资|债务|总量|规模|增收|授信|放贷|募集|募捐|捐赠|彩票|公益金)[^,。;:]{0,12}$/i;

/** Words of giving and spending: money near them is funding. */
export const spending =
  /投资|投入|资金|经费|补助|补贴|预算|拨款|配套|造价|扶持|筹措|筹集|自筹|专项|救助金|债券|奖补|财政|捐|费用|总额|安排|争取/;

/** Money for each one, or the ends of what is paid. */
export const perOne =
  /(?:每|人均|户均|(?<!高)标准|封顶线?|起付线|限额|额度|最高|补到|补贴标准|单价|人民币|价值|低保金|工资|月租|票价|奖励)[^,。;、]{0,16}$/;

/** A measure of time is a target only behind such words. */
export const timed =
  /(?:天数|时间|时限|年限|周期|寿命|时长|工期|压缩[至到为]?|缩短[至到为]?|开放|控制在|完成(?:全年)?|不少于|不低于|不得少于|达到|提速|减少|延长|降[至到]|压减[至到])[^,。;]{0,6}$/;
