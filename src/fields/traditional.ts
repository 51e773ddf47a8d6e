/**
 * Characters of the vocabulary of plans that mirrors of plans show in traditional form, each after its simplified one.
 * One to one, so that positions in a text stay the same. Not a converter: values keep the form that is printed.
 */
const pairs =
  '据據业業险險风風类類结結对對递遞较較严嚴级級评評价價检檢频頻监監实實况況综綜户戶个個体體经經营營单單动動态態设設减減调調开開办辦统統组組织織项項适適随隨机機构構别別农農数數针針进進应應无無时時间間终終号號内內来來当當计計' +
  '划劃发發视視节節学學会會确確过過为為与與并並后後规規则則质質标標准準将將启啟续續阶階际際从從两兩达達纳納税稅扩擴诚誠优優于於处處联聯红紅蓝藍黄黃绿綠执執测測状狀档檔场場异異强強宽寬择擇给給贯貫须須赖賴总總万萬亿億点點详詳' +
  '见見县縣区區职職轮輪辖轄园園儿兒产產务務库庫录錄余餘约約周週订訂拟擬暂暫参參满滿医醫药藥馆館厂廠员員辆輛条條乡鄉镇鎮队隊线線门門议議请請协協补補龄齡种種养養资資证證围圍师師众眾层層带帶卫衛厅廳财財渔漁铁鐵电電气氣烟煙邮郵' +
  '银銀军軍复復兴興储儲权權爱愛灾災边邊贸貿济濟劳勞归歸侨僑战戰团團妇婦残殘编編网網络絡讯訊图圖书書广廣闻聞货貨币幣观觀绘繪疗療护護双雙国國驻駐粮糧纪紀专專卖賣码碼湾灣盐鹽兽獸运運输輸备備识識费費筑築环環审審关關党黨预預属屬' +
  '头頭牵牽术術艺藝训訓练練维維稳穩陆陸垦墾伤傷乐樂罗羅盖蓋龙龍宁寧云雲贵貴苏蘇汉漢沈瀋庆慶阳陽东東长長冈岡滨濱称稱领領范範责責注註说說查査检検对対';

const simplified = new Map<string, string>();
const forms = new Map<string, string>();
for (let i = 0; i < pairs.length; i += 2) {
  simplified.set(pairs[i + 1]!, pairs[i]!);
  forms.set(pairs[i]!, (forms.get(pairs[i]!) ?? pairs[i]!) + pairs[i + 1]!);
}

/** The text with the traditional characters of the vocabulary in simplified form; same length. */
export const simplify = (text: string): string => text.replace(/\p{Script=Han}/gu, c => simplified.get(c) ?? c);

/** A pattern's source, written in simplified characters, that also matches the traditional ones. */
export function eitherScript(source: string): string {
  let inClass = false;
  return [...source]
    .map((c, i) => {
      const escaped = source[i - 1] === '\\';
      if (c === '[' && !escaped) inClass = true;
      if (c === ']' && !escaped) inClass = false;
      const both = forms.get(c);
      return both ? (inClass ? both : `[${both}]`) : c;
    })
    .join('');
}
