/** The most UTF-16 code units of a text that are read at once. */
export const mostLetters = 20_000

export const isReadable = (text: string): boolean => text.trim() !== '' && text.length <= mostLetters

/** The time of publication of a text or a table, as a form holds it, and the dataset of its figures; null is the default. */
export interface PublishedAt {
  readonly time: string
  readonly offset: string
  readonly dataset: string | null
}

export interface Source extends PublishedAt {
  readonly text: string
  readonly language: 'EN' | 'ZH' | null
}

export function presently(): PublishedAt {
  const date = new Date()
  const minutes = -date.getTimezoneOffset()
  const local = new Date(date.getTime() + minutes * 60_000)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const two = (number: number): string => String(number).padStart(2, '0')
  return {
    time: local.toISOString().slice(0, 16),
    offset: `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`,
    dataset: null,
  }
}

export const instantOf = ({ time, offset }: PublishedAt): string => `${time}:00${offset}`

export const isInstant = ({ time, offset }: PublishedAt): boolean => time !== '' && isOffset(offset)

export const isOffset = (text: string): boolean => /^([+-](0\d|1[0-4]):[0-5]\d|Z)$/.test(text)

const blocks =
  'address,article,aside,blockquote,br,dd,div,dl,dt,figcaption,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,td,th,tr,ul'

export function textOfHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const unread of page.querySelectorAll('script,style,noscript,template,head')) unread.remove()
  for (const block of page.querySelectorAll(blocks)) block.append('\n')
  for (const line of page.querySelectorAll('br')) line.replaceWith('\n')
  return (page.body.textContent ?? '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** The most bytes of a file that are decoded: a page has more markup than text. */
export const mostBytes = 2_000_000

/** Returns the text of a file in UTF-8, or else in GB 18030; null if it is neither. */
export async function decoded(file: Blob): Promise<string | null> {
  const bytes = await file.arrayBuffer()
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? null : text
    } catch {
      // It is in another encoding.
    }
  }
  return null
}
