/**
 * Traditional letters that stand in the words of plans and have one simplified form, each with it. Letters that are
 * also simplified ones (著 於 後 里 乾 …) are left out: alone they prove nothing.
 */
const pairs =
  "區区縣县鄉乡鎮镇務务業业學学習习會会議议農农經经濟济發发產产運运實实體体項项標标準准環环國国際际開开關关門门問问題题負负責责單单聯联繫系電电話话書书記记長长員员領领導导設设備备車车輛辆歷历圖图館馆場场廳厅錢钱銀银計计劃划統统數数據据資资進进達达過过還还這这應应當当對对點点類类總总結结網网絡络線线維维護护廠厂療疗衛卫專专職职節节約约災灾險险隱隐財财稅税團团婦妇殘残養养兒儿歲岁課课讀读報报紙纸審审計计檢检驗验證证評评價价優优獎奖勵励罰罚購购買买賣卖貸贷貨货費费貧贫榮荣勞劳動动勢势勝胜積积極极構构層层樓楼橋桥鐵铁鋼钢機机械械檔档案案條条樣样樂乐歡欢氣气漢汉溝沟滿满漁渔濕湿灣湾熱热營营爭争牆墙狀状獨独環环現现瑪玛畝亩畫画異异監监盤盘眾众確确礎础禮礼種种穩稳窮穷競竞筆笔築筑簡简糧粮納纳級级紅红給给絕绝續续綠绿緊紧編编練练縮缩織织罷罢義义職职聽听腦脑臨临舉举舊旧藝艺藥药處处號号補补裝装複复見见規规視视覽览觀观觸触訂订訓训託托設设許许訴诉診诊詞词試试詢询該该詳详誌志語语誤误說说調调談谈請请論论諮谘講讲謝谢議议讓让豐丰貢贡貫贯貴贵貿贸賠赔賢贤質质賬账趕赶趙赵跡迹踐践軍军軟软較较載载輔辅輕轻輪轮輸输辦办辭辞農农邊边遠远適适遷迁選选遲迟鄧邓鄰邻醫医釋释針针鈔钞鉛铅錄录鍋锅鍵键鎖锁鏈链鐘钟閉闭閒闲間间閱阅隊队階阶陽阳陰阴陳陈陸陆隨随難难雲云霧雾靜静頁页頂顶順顺須须預预頓顿頻频顧顾顯显風风飛飞飯饭飲饮館馆駐驻騎骑驗验驚惊魚鱼鮮鲜鳥鸟麗丽麥麦黃黄齊齐齡龄龍龙龜龟";
const simple = new Map<string, string>();
for (let at = 0; at + 1 < pairs.length; at += 2) {
  const [old = "", now = ""] = [pairs[at], pairs[at + 1]];
  if (old !== now) simple.set(old, now);
}

/** All of them, for a pattern. */
export const traditionalLetters: string = [...simple.keys()].join("");

const any = new RegExp(`[${traditionalLetters}]`, "g");

/** The text with its traditional letters in their simplified forms; the same text where it has none (简体). */
export const simplified = (text: string): string =>
  text.replace(any, (letter) => simple.get(letter) ?? letter);
