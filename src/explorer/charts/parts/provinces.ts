/** The provinces of China as tiles: column and row, and what they are called where there is little room. */
interface Tile {
  readonly column: number
  readonly row: number
  readonly en: string
  readonly zh: string
}

const rows: readonly string[] = [
  '. . . . . . . . 黑HL',
  '新XJ . . . . 内NM . 辽LN 吉JL',
  '. 甘GS 宁NX 陕SN 晋SX 冀HE 京BJ 津TJ .',
  '藏XZ 青QH . 川SC 豫HA 鲁SD . . .',
  '. . . 渝CQ 鄂HB 皖AH 苏JS 沪SH .',
  '. . 云YN 贵GZ 湘HN 赣JX 浙ZJ . .',
  '. . . 桂GX 粤GD . 闽FJ 台TW .',
  '. . . . 琼HI 港HK 澳MO . .',
]

const names: Readonly<Record<string, string>> = {
  ...{ 黑: '黑龙江', 新: '新疆', 内: '内蒙古', 辽: '辽宁', 吉: '吉林', 甘: '甘肃', 宁: '宁夏', 陕: '陕西', 晋: '山西' },
  ...{ 冀: '河北', 京: '北京', 津: '天津', 藏: '西藏', 青: '青海', 川: '四川', 豫: '河南', 鲁: '山东', 渝: '重庆' },
  ...{ 鄂: '湖北', 皖: '安徽', 苏: '江苏', 沪: '上海', 云: '云南', 贵: '贵州', 湘: '湖南', 赣: '江西', 浙: '浙江' },
  ...{ 桂: '广西', 粤: '广东', 闽: '福建', 台: '台湾', 琼: '海南', 港: '香港', 澳: '澳门' },
}

const tiles: readonly (readonly [name: string, tile: Tile])[] = rows.flatMap((cells, row) =>
  cells.split(' ').flatMap((cell, column) => {
    const [zh = '', en = ''] = [cell.slice(0, 1), cell.slice(1)]
    return en === '' ? [] : [[names[zh] ?? zh, { column, row, en, zh }] as const]
  }),
)

export const mapSize = { columns: 9, rows: rows.length } as const

/** Returns the tile of a province by its code, which is its Chinese name with or without its kind. */
export const tileOf = (code: string): Tile | null => tiles.find(([name]) => code.startsWith(name))?.[1] ?? null

/** Indicates a province, a municipality or a region, but no city or zone inside of one. */
export const isProvince = (code: string): boolean =>
  tiles.some(([name]) => code.startsWith(name) && kinds.test(code.slice(name.length)))

const kinds = /^(省|市|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区)?$/
