import type { Language } from '../domain/text/language.js'
import { formatCount } from '../errors.js'
import type { ChangeCounts } from '../store/query/release-changes.js'

const plural = (count: number, one: string): string => `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`

const en = {
  site: 'Trade indicators',
  noLicence: 'The publisher states no licence.',
  about: 'Figures of official statistics, exactly as printed, with their units, revisions and sources.',
  releases: 'Releases of official statistics, and what they changed',
  changesOf: (figures: string) => `Releases that changed ${figures}`,
  calendar: 'Releases of official statistics, published and announced',
  retracted: (title: string) => `Retracted: ${title}`,
  why: (reason: string) => `The release was retracted. ${reason}`,
  counts({ ADDED, REVISED, RETRACTED }: ChangeCounts): string {
    if (RETRACTED > 0) return `${plural(RETRACTED, 'figure')} retracted.`
    return `${plural(ADDED, 'figure')} added, ${formatCount(REVISED)} revised.`
  },
  revised: (figure: string, before: string) => `${figure} (before: ${before})`,
  others: (count: number) => `and ${plural(count, 'other')}`,
  source: (citation: string) => `Source: ${citation}`,
  colon: ': ',
  comma: ', ',
}

export type Words = typeof en

const zh: Words = {
  site: '贸易指标',
  noLicence: '发布机构未注明许可条款。',
  about: '官方统计数据：按发布原样，附单位、修订和来源。',
  releases: '官方统计的发布及其变动',
  changesOf: (figures) => `使${figures}发生变动的发布`,
  calendar: '官方统计的发布日程',
  retracted: (title) => `已撤回：${title}`,
  why: (reason) => `该发布已撤回。${reason}`,
  counts({ ADDED, REVISED, RETRACTED }) {
    if (RETRACTED > 0) return `撤回${formatCount(RETRACTED)}个数据。`
    return `新增${formatCount(ADDED)}个数据，修订${formatCount(REVISED)}个。`
  },
  revised: (figure, before) => `${figure}（此前：${before}）`,
  others: (count) => `另有${formatCount(count)}个`,
  source: (citation) => `来源：${citation}`,
  colon: '：',
  comma: '，',
}

export const wordsIn = (language: Language): Words => (language === 'ZH' ? zh : en)
