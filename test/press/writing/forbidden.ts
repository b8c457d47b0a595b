/** Patterns that no summary may contain, each with what it would be. */
export const forbidden: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/[+±]/u, 'a plus sign'],
  [/(?<![A-Za-z\d])[-−–]\d/u, 'a minus sign'],
  [/ %|\d %/u, 'a space before a percent sign'],
  [/ {2}|\n\n| \n|\n /u, 'stray spaces'],
  [/[，；、。,;]\s*[，；、。,;.]/u, 'two marks in a row'],
  [/(?:其中|修订后)，?[。；]|(?:分别|为|占|比|的|同比|增长|下降|原为)[，；。]/u, 'a word that nothing follows'],
  [/\b(?:of|of which|and|in|on|by|to|from|with|was|were|up|down|rose|fell|for|at)\s*[.,;]/u, 'a dangling word'],
  [/\b(?:undefined|null|NaN)\b|\{|\}|\(\)|（）/u, 'a hole'],
  [/\b(?:the the|a a|and and|than than)\b|我国我国|增长增长|分别分别/u, 'a repeated word'],
  [/\d[.,]?\d*\s*(?:ten thousand|hundred million)/u, 'a scale that English does not use'],
  [/\d(?:百万|十亿|千(?!克|瓦))/u, 'a scale that Chinese does not use'],
  [/respectively(?=.*respectively[^.]*\.)(?!.*\. )/u, 'two lists in one sentence'],
  [/record|historic|strong|sharp|robust|significant|创.*新高|强劲|大幅|显著|稳步/u, 'an adjective'],
]

/** Returns what is wrong with a text; nothing if all is well. */
export const faultsOf = (text: string): string[] =>
  forbidden.flatMap(([pattern, what]) => {
    const found = pattern.exec(text)
    return found === null ? [] : `${what}: ${text.slice(Math.max(0, found.index - 20), found.index + 20)}`
  })

const periodsIn =
  /\d{4}年(?:前?\d{1,2}个?月)?(?:上半年|下半年|[一二三四]季度|同期)?|(?<![\d.,])(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d{2}\b(?![,.]\d)/gu

/** Returns the numbers of a text that are not parts of periods, with where they stand. */
export function numbersOf(text: string): { start: number; end: number }[] {
  const open = text.replace(periodsIn, (period) => ' '.repeat(period.length))
  return [...open.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(({ 0: digits, index }) => ({
    start: index,
    end: index + digits.replace(/,$/, '').length,
  }))
}
