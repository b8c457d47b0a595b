import type { Language } from './explorer.js'

export function languageOf({ searchParams }: URL, { headers }: Request): Language {
  const named = searchParams.get('lang')
  if (named === 'en' || named === 'zh') return named
  const ranges = (headers.get('accept-language') ?? '').slice(0, 500).split(',').map(rangeOf)
  const preferred = ranges.filter(({ quality }) => quality > 0).sort((one, other) => other.quality - one.quality)
  return preferred.find(({ language }) => language !== null)?.language ?? 'en'
}

function rangeOf(text: string): { readonly language: Language | null; readonly quality: number } {
  const [tag = '', ...parameters] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/)
  const quality = parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1'
  const language = /^zh\b/.test(tag) ? 'zh' : /^en\b/.test(tag) ? 'en' : null
  return { language, quality: /^[01](\.\d{0,3})?$/.test(quality) ? Number(quality) : 0 }
}
