import { type Entry, SearchIndex } from '../src/domain/search/search.js'

// `npm run bench:search` measures a search of 5,000 entries with a code and labels in two languages, made up of the
// words of customs tables: how long the index takes to build, and how long each kind of search.

const english =
  'lithium ion battery solar cell electric passenger car ship steel iron ore copper aluminium plastic rubber textile garment footwear furniture toy grain soybean meat fish fruit vegetable crude oil natural gas coal refined integrated circuit automatic data processing machine mobile phone display module medical instrument machine tool motor vehicle part'.split(
    ' ',
  )
const chinese =
  '锂离子 蓄电池 太阳能 电池 电动 载人 汽车 船舶 钢材 铁矿砂 铜材 铝材 塑料 橡胶 纺织 服装 鞋靴 家具 玩具 粮食 大豆 肉类 水产 水果 蔬菜 原油 天然气 煤 成品油 集成电路 自动 数据 处理 设备 手机 显示 模组 医疗 仪器 机床 汽车 零件'.split(
    ' ',
  )
const count = 5000

/** A number below `bound` that looks like chance, the same in every run. */
let state = 1
const below = (bound: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * bound)
}
const some = (words: readonly string[]): string[] =>
  Array.from({ length: 2 + below(3) }, () => words[below(words.length)] ?? '')

const entries: Entry<number>[] = Array.from({ length: count }, (_, target) => {
  const name = `${some(english).join(' ')} ${Math.floor(target / 10)}`
  const code = name.toUpperCase().replaceAll(' ', '_')
  return { target, code, fullCode: `PRODUCT:${code}`, labels: [name, `${some(chinese).join('')}${target % 100}类`] }
})

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
const spread = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2)
  return `${median(times).toFixed(2)} ms (${at(0.1)} to ${at(0.9)})`
}
function timed<T>(runs: number, work: () => T): { times: number[]; last: T } {
  let last = work()
  const times = Array.from({ length: runs }, () => {
    const begin = performance.now()
    last = work()
    return performance.now() - begin
  })
  return { times, last }
}

process.stdout.write(`${count} entries, ${3 * count} codes and labels, Node ${process.version}\n`)
const first = performance.now()
new SearchIndex(entries).find('lithium', 20)
process.stdout.write(`build and first search  ${(performance.now() - first).toFixed(1)} ms\n`)
const { times, last: index } = timed(10, () => new SearchIndex(entries))
process.stdout.write(`build                   ${spread(times)}\n`)
for (const text of [
  'lithium',
  'batery li-ion',
  'e',
  'LITHIUM_ION_BATTERY',
  'vehicle motor part 499',
  'thiu',
  'instrments',
  'xyzzyx qwvutsrq',
  '锂',
  '锂电',
  '锂离子蓄电池',
  '钢材大豆',
  '锂漓子蓄电池',
]) {
  const { times: each, last: hits } = timed(200, () => index.find(text, 20))
  process.stdout.write(`${text.padEnd(24)}${spread(each)}  ${hits.length} hits\n`)
}
const { times: filter } = timed(200, () => index.wordByWord('lithium 电池'))
process.stdout.write(`filter lithium 电池     ${spread(filter)}\n`)
const worst = Array.from({ length: 100 }, (_, at) => String.fromCharCode(97 + (at % 26), 97 + ((at * 7) % 26))).join(
  ' ',
)
const { times: long } = timed(10, () => index.find(worst.slice(0, 200), 20))
process.stdout.write(`200 letters             ${spread(long)}\n`)
