/**
 * The commonest characters that are written in two ways, each pair simplified and then traditional. The
 * first table holds characters that belong to one script only: each simplified one is missing from Big5,
 * each traditional one from GB 2312.
 */
const either =
  '务務业業东東两兩严嚴个個临臨为為举舉义義乐樂习習书書买買亏虧争爭亚亞产產亲親亿億仅僅从從仓倉仪儀们們众眾会會伞傘伟偉传傳伤傷伦倫侠俠侧側侨僑债債倾傾偿償储儲兴興兹茲养養兽獸内內冈岡册冊写寫军軍' +
  '农農决決况況冻凍净淨凉涼减減凤鳳凭憑击擊刘劉则則刚剛创創删刪别別剂劑剑劍剧劇劝勸办辦动動励勵劳勞势勢勋勳匀勻区區医醫华華协協单單卖賣卢盧卫衛厅廳历歷厉厲压壓厌厭厕廁厢廂县縣参參双雙变變叙敘叠疊' +
  '号號叹嘆吓嚇吗嗎启啟吴吳员員响響哑啞唤喚啸嘯喷噴团團园園围圍国國图圖圆圓场場块塊坚堅坛壇坝壩坟墳垄壟垒壘垦墾垫墊报報墙牆壮壯声聲壳殼处處备備够夠头頭夹夾夺奪奋奮奖獎妆妝妇婦妈媽姗姍娱娛孙孫学學' +
  '宝寶实實审審宪憲宫宮宽寬宾賓寝寢对對寻尋导導寿壽将將尔爾尘塵尝嘗尽盡层層届屆属屬岁歲岂豈岗崗岛島峡峽币幣帅帥师師帐帳帜幟带帶帮幫广廣庆慶庐廬库庫应應庙廟废廢开開弃棄张張弥彌弯彎弹彈强強归歸当當' +
  '录錄彻徹径徑忆憶忧憂态態总總恋戀恶惡恳懇悬懸惩懲惯慣戏戲战戰户戶执執扩擴扫掃扬揚抚撫抢搶护護担擔拟擬拥擁择擇挡擋挣掙挤擠挥揮损損换換捡撿掷擲搅攪携攜摄攝摆擺摇搖撑撐敌敵数數斋齋断斷无無旧舊时時' +
  '显顯晓曉暂暫术術杀殺杂雜权權条條来來杨楊标標栈棧树樹样樣桥橋档檔检檢楼樓榄欖橱櫥欢歡欧歐歼殲毁毀毕畢汇匯汉漢汤湯沟溝没沒沪滬泪淚泽澤浅淺测測济濟浓濃涛濤润潤涨漲温溫湾灣湿濕满滿滞滯滤濾滨濱灭滅' +
  '灯燈灵靈灾災炉爐点點炼煉烂爛烛燭烟煙烦煩烧燒热熱焕煥爱愛爷爺牵牽犹猶独獨狮獅猎獵猫貓献獻环環现現玛瑪珐琺琐瑣电電画畫畅暢疗療疯瘋癣癬皱皺盏盞盐鹽监監盖蓋盘盤睁睜码碼砖磚础礎碍礙礼禮祸禍积積称稱' +
  '税稅稳穩穷窮窃竊窑窯竞競笔筆笋筍签簽简簡篮籃类類粮糧紧緊纠糾红紅约約级級纪紀纯純纳納纵縱纷紛纸紙纹紋线線练練组組细細织織终終绍紹经經结結绕繞绘繪给給络絡绝絕统統绢絹绩績绪緒续續维維绵綿综綜绿綠' +
  '缓緩编編缘緣缩縮缴繳罗羅罚罰职職联聯聪聰肃肅肤膚肠腸肿腫胁脅胆膽脉脈脏髒脑腦脚腳脱脫脸臉舰艦艺藝节節芦蘆苏蘇茎莖药藥莲蓮获獲营營萧蕭蓝藍虑慮虽雖虾蝦蚀蝕蚁蟻蛮蠻补補衬襯装裝裤褲见見观觀规規视視' +
  '览覽觉覺计計订訂认認讨討让讓训訓议議讯訊记記讲講许許论論设設访訪证證评評识識诉訴词詞试試诗詩诚誠话話询詢该該详詳语語误誤说說请請诸諸诺諾读讀课課谁誰调調谅諒谈談谊誼谋謀谐諧谓謂谢謝谣謠谦謙谨謹' +
  '谱譜贝貝贞貞负負贡貢财財责責贤賢败敗货貨质質贩販贪貪贫貧购購贮貯贯貫贴貼贵貴贷貸贸貿费費贺賀贼賊贾賈赁賃资資赋賦赌賭赏賞赐賜赔賠赖賴赚賺赛賽赞贊赠贈赢贏趋趨跃躍践踐踪蹤车車轨軌转轉轮輪软軟轻輕' +
  '载載较較辅輔辆輛辈輩辉輝输輸辑輯边邊达達迁遷过過运運还還这這进進远遠违違连連迟遲选選逊遜递遞逻邏遗遺邮郵邻鄰郑鄭酝醞酱醬释釋针針钉釘钓釣钟鐘钢鋼钥鑰钱錢钻鑽铁鐵铃鈴铅鉛银銀铜銅铝鋁铭銘链鏈销銷' +
  '锁鎖锅鍋错錯锦錦键鍵锻鍛镇鎮镜鏡长長门門闪閃闭閉问問闲閒间間闷悶闹鬧闻聞阁閣阅閱阔闊队隊阳陽阴陰阵陣阶階际際陆陸陈陳险險随隨隐隱难難雾霧静靜韩韓页頁顶頂项項顺順须須顾顧顿頓预預领領频頻题題颜顏' +
  '额額风風飞飛饭飯饮飲饰飾饱飽饼餅馆館馈饋驱驅驶駛驻駐驾駕骂罵验驗骗騙骚騷鱼魚鲁魯鲜鮮鸟鳥鸡雞鸣鳴鸭鴨鹅鵝麦麥黄黃齐齊齿齒龄齡龙龍龟龜发發冲衝';

/** Here the simplified form is an old character too (后, 里, 台), so only the traditional one tells. */
const traditionalOnly =
  '丰豐价價优優体體余餘几幾厂廠听聽圣聖坏壞复復姜薑宁寧干幹并並庄莊异異御禦怀懷惊驚愿願扑撲扰擾挂掛据據机機极極构構欲慾气氣洁潔涂塗痒癢确確离離种種网網胜勝腊臘苹蘋荐薦触觸适適郁鬱里裡面麵云雲台臺' +
  '制製准準松鬆谷穀系係只隻斗鬥丑醜舍捨么麼后後于於';

const simplified = new Map([...pairs(either), ...pairs(traditionalOnly)].map(([from, to]) => [to, from]));
const traditional = new Map(pairs(either));

export type Script = 'simplified' | 'traditional';

/** The script that a locale is written in; undefined where it is not Chinese. */
export function scriptOf(locale: string): Script | undefined {
  if (!/^zh\b/i.test(locale)) return undefined;
  if (/-Hans\b/i.test(locale)) return 'simplified';
  return /-(?:Hant|TW|HK|MO)\b/i.test(locale) ? 'traditional' : 'simplified';
}

/**
 * A character's form in a script, or undefined where it belongs there as it is.
 *
 * @example variantIn('simplified', '務') // => '务'
 */
export function variantIn(script: Script, character: string): string | undefined {
  return (script === 'simplified' ? simplified : traditional).get(character);
}

/** A pattern for any character that does not belong into one of these scripts. */
export function foreignTo(scripts: Iterable<Script>): RegExp {
  const foreign = [...scripts].flatMap((script) => [
    ...(script === 'simplified' ? simplified : traditional).keys(),
  ]);
  return foreign.length === 0 ? /(?!)/ : new RegExp(`[${foreign.join('')}]`);
}

/** @example inScript('simplified', '服務') // => '服务' */
export function inScript(script: Script, text: string): string {
  return Array.from(text, (character) => variantIn(script, character) ?? character).join('');
}

function pairs(table: string): [string, string][] {
  const found: [string, string][] = [];
  for (let at = 0; at < table.length; at += 2) found.push([table[at]!, table[at + 1]!]);
  return found;
}
