/** A row of a table by its cells. */
export type Row = readonly string[]

/** The text of a table, each cell in quotes. */
export const csv = (rows: readonly Row[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')

/** Rows as they are written here: a line each, cells with bars between; "×n" after a cell repeats it. */
const table = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line.split('|').flatMap((cell) => {
        const [, repeated, times] = /^(.*)×(\d+)$/.exec(cell) ?? []
        return repeated === undefined ? [cell] : new Array<string>(Number(times)).fill(repeated)
      }),
    )

/** Tables of few rows, made up, laid out as China Customs does. By country, as the monthly bulletin has it. */
export const country = table(`
（2）2024年3月进出口商品国别（地区）总值表（人民币值）×10
单位：万元人民币×10
进口原产国（地） 出口最终目的国（地）|进出口×2|出口×2|进口×2|累计比去年同期±％×3
进口原产国（地） 出口最终目的国（地）|3月|1至3月|3月|1至3月|3月|1至3月|进出口|出口|进口
总值|35,000,000|101,000,000|20,000,000|57,000,000|15,000,000|44,000,000|5.0|4.9|5.1
  亚洲|17,000,000|50,000,000|9,000,000|26,000,000|8,000,000|24,000,000|4.0|4.1|3.9
    日本|1,800,000|5,000,000|900,000|2,500,000|900,000|2,500,000|-1.0|-|-2.0
    巴西|1,200,000|3,300,000|500,000|1,300,000|700,000|2,000,000|9.0|20.0|3.0
    纽埃|-|12|-|12|-|-|-30.0|-30.0|-
  东南亚国家联盟|5,400,000|15,000,000|3,100,000|9,000,000|2,300,000|6,000,000|6.4|8.0|4.2
    其中：越南|1,500,000|4,000,000|1,000,000|2,700,000|500,000|1,300,000|15.0|14.9|15.2
注：1. 国家组别。|×9
`)

/** By country, as the preliminary release has it in English. */
export const english = table(`
(4) China's Total Export & Import Values by Country/Region, Apr 2024 (in CNY)
Unit: CNY 100 Million×10
Import Source|Export & Import×2|Export×2|Import×2|1-to-4 Total Year-on-Year (±%)×3
Export Destination|4|1- to-4|4|1-to-4|4|1- to-4|Export & Import|Export|Import
Total|3,600.5\u00a0|13,810.0|2,100.5|7,810.0|1,500.0|6,000.0|5.7|4.9|6.8
\u00a0\u00a0European Union|440.0|1,740.0|300.0|1,150.0|140.0|590.0|-1.8|1.2|-7.1
\u00a0\u00a0\u00a0\u00a0of which: Germany|120.0|470.0|60.0|250.0|60.0|220.0|-3.0|-1.0|-5.0
\u00a0\u00a0\u00a0United States (US)|400.0|1,500.0|300.0|1,100.0|100.0|400.0|1.1|2.4|-2.3
\u00a0\u00a0\u00a0Latin America|300.0|1,150.0|170.0|600.0|130.0|550.0|9.6|13.0|6.2
\u00a0\u00a0\u00a0\u00a0of which: Brazil|110.0|440.0|40.0|170.0|70.0|270.0|11.8|25.7|4.4
Note: 1. ASEAN includes others.
`)

/** By customs regime. */
export const regime = table(`
单位：万元人民币×7
贸易方式|进出口×2|出口×2|进口×2
贸易方式|3月|1至3月|3月|1至3月|3月|1至3月
总值|35,000,000|101,000,000|20,000,000|57,000,000|15,000,000|44,000,000
|1.1|5.0|-2.0|4.9|5.0|5.1
一般贸易|22,000,000|65,000,000|13,000,000|37,000,000|9,000,000|28,000,000
|1.0|4.7|-|5.5|3.0|3.8
来料加工贸易|1,500,000|4,000,000|700,000|2,000,000|800,000|2,000,000
来料加工贸易|-3.0|-2.5|-1.0|-1.2|-5.0|-4.0
海关特殊监管区域物流货物|3,000,000|9,000,000|1,000,000|3,000,000|2,000,000|6,000,000
|12.0|15.5|10.0|11.0|13.0|17.9
`)

const commodityHead = `单位：万元人民币×10
商品名称|计量单位|3月×2|1至3月累计×2|当月比去年同期±％×2|累计比去年同期±％×2
商品名称|计量单位|数量|金额|数量|金额|数量|金额|数量|金额`

/** Commodities exported. */
export const commodity = table(`
（13）2024年3月出口主要商品量值表（人民币值）
${commodityHead}
农产品*|-|-|600,000|-|1,700,000|-|1.0|-|2.0
    水产品|万吨|32|110,000|91.5|310,000|3.0|-2.0|4.1|-1.5
    其中：鱿鱼|吨|61,234|18,000|170,001|50,000|7.0|8.0|9.0|10.0
          对虾|吨|4,000|3,000|11,000|9,000|1.0|2.0|3.0|4.0
    粮食|万吨|20|9,000|60|27,000|-|-|-|-
机电产品*|-|-|12,000,000|-|33,900,000|-|-1.0|-|6.8
    船舶|艘|512|280,000|1,400|900,000|30.0|110.0|24.0|113.0
    集成电路|亿个|240|1,000,000|624.9|2,750,000|3.0|11.0|3.0|22.0
`)

/** Commodities imported. */
export const imported = table(`
（14）2024年3月进口主要商品量值表（人民币值）
${commodityHead}
原油|万吨|4,900|2,050,000|13,700|5,600,000|-6.2|-1.0|0.7|2.1
`)
