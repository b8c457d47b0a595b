export interface Option {
  readonly key: string
  readonly text: string
  readonly help?: string
  readonly detail?: string
  readonly why?: string | null
  readonly group?: string
  readonly href?: string
  readonly isFile?: boolean
}

interface OptionGroup {
  readonly name: string
  readonly options: readonly Option[]
}

export function groupsOf(options: readonly Option[]): OptionGroup[] {
  const groups: { name: string; options: Option[] }[] = []
  for (const option of options) {
    const last = groups.at(-1)
    if (last !== undefined && last.name === (option.group ?? '')) last.options.push(option)
    else groups.push({ name: option.group ?? '', options: [option] })
  }
  return groups
}

export function stepped(options: readonly Option[], from: string | null, key: string): string | null {
  const free = options.filter(({ why }) => why == null)
  const at = free.findIndex((option) => option.key === from)
  const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? free.length - 1 : at - 1, Home: 0, End: free.length - 1 }[key]
  if (next === undefined) return from
  return free[Math.min(free.length - 1, Math.max(0, next))]?.key ?? null
}

export const jumped = (options: readonly Option[], from: string | null, typed: string): string | null => {
  const at = options.findIndex(({ key }) => key === from)
  const turned = [...options.slice(typed.length > 1 ? Math.max(0, at) : at + 1), ...options.slice(0, at + 1)]
  const wanted = typed.toLowerCase()
  return turned.find(({ text, why }) => why == null && text.toLowerCase().startsWith(wanted))?.key ?? from
}

export const manyOptions = 12
