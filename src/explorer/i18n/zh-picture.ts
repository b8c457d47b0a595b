import type { PictureWords } from './en-picture.js'

const publishers: Readonly<Record<string, string>> = {
  "General Administration of Customs of the People's Republic of China": '中华人民共和国海关总署',
  'Board of Governors of the Federal Reserve System': '美国联邦储备委员会',
}

export const pictureInChinese: PictureWords = {
  asKnownOn: (date) => `截至${date}的已知数据`,
  atVersion: (version) => `数据库第${version}版`,
  revisedSince: (count, of) => (count === 1 && of === 1 ? '此后已修订' : `${of}个数据中有${count}个此后已修订`),
  showNewest: '查看最新数据',
  sourceOfChart: (publisher, date) => `来源：${publisher}，${date}`,
  publisher: (name) => publishers[name] ?? name,
  repeatedParameter: (name) => `参数 ${name} 重复。`,
  unknownParameter: (name) => `没有名为“${name}”的参数。`,
  oddParameter: (name, value, allowed) => `参数 ${name} 不能是“${value}”，应为${allowed}。`,
  numberBetween: (least, most) => `${least} 至 ${most} 的整数`,
  dayOf: '日期，如 2024-12-31',
  aCode: '代码',
  oneOf: (choices) => `${choices.join('、')} 之一`,
  unknownCategories: (codes, dimension) =>
    `${dimension}中没有${codes.map((code) => `“${code}”`).join('、')}的数据符合此地址。`,
  tooManyPixels: (most) => `图片像素过多：宽 × 高 × 倍数² 不得超过 ${most}。`,
  tooLong: (most) => `地址过长，不得超过 ${most} 个字符。`,
  data: '数据',
  exploreChart: '查看详情',
}
