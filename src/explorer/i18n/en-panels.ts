import type { LevelName } from './title.js'

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const panelsInEnglish = {
  kindOf: (dimension: string, level: LevelName): LevelName =>
    dimension === 'LOCATION' ? { one: 'place', many: 'places' } : level,
  choose: ({ many }: LevelName): string => `Choose ${many}`,
  chosen: 'Chosen',
  remove: (name: string): string => `Remove ${name}`,
  clear: 'Clear',
  find: ({ one }: LevelName): string => `Find a ${one}: name, pinyin or 汉字`,
  levels: 'Levels',
  level: ({ many }: LevelName): string => capital(many),
  take: 'Take',
  top: (count: number): string => `top ${count}`,
  all: (count: number): string => `all ${count}`,
  none: 'none',
  sortBy: 'Sort by',
  sortings: { value: 'value', name: 'name', growth: 'growth', share: 'share' },
  name: 'Name',
  growth: 'Growth, %',
  share: 'Share, %',
  otherLevel: 'other level',
  notFound: 'Nothing found.',
  countOf: (count: number, of: number): string => `${count} of ${of} chosen.`,
  colours: 'Up to six in colour, the rest grey.',
  show: (count: number, { one, many }: LevelName): string =>
    count === 0 ? 'Close' : `Show ${plural(count, one, many)}`,
  grey: (count: number): string => `+ ${count} grey`,
}
