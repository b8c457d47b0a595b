// The beginnings of words by which offices call figures provisional, revised or estimated.
const beginnings = {
  PRELIMINARY:
    'provis|provvis|prelim|voorlopig|vorläufig|ennakko|wstępn|předběžn|foreløbig|foreløpig|előzetes|avance|предварит',
  REVISED: 'revis|revid|rivist|herzien|rectifi|zrewid|skorygow|revideret',
  ESTIMATED: 'estim|geschätzt|schätz|raming|geraamd|stimat|szacun|odhad|skøn|anslåt',
}

export const statusWord = String.raw`(?:${Object.values(beginnings).join('|')})\p{L}{0,12}`

const cjk = {
  PRELIMINARY: '速報|暂定|暫定|初步|잠정',
  REVISED: '改定|改訂|修订|修正|수정',
  ESTIMATED: '推計|推定|估计|추정',
}

const patterns = Object.entries(beginnings).map(
  ([status, words]) =>
    [status, new RegExp(`(?<!\\p{L})(?:${words})|${cjk[status as keyof typeof cjk]}`, 'iu')] as const,
)

export function statusOfWords(text: string): string | null {
  const [found, ...others] = patterns.filter(([, words]) => words.test(text))
  return found === undefined || others.length > 0 ? null : found[0]
}
