import type { ReactNode } from 'react'

interface FileButtonProps {
  readonly text: string
  readonly accept: string
  readonly take: (file: File | undefined) => void
}

/** Chooses a file; the same one can be chosen again. */
export function FileButton({ text, accept, take }: FileButtonProps): ReactNode {
  return (
    <label className="button file">
      {text}
      <input
        type="file"
        className="unseen"
        accept={accept}
        onChange={({ target }) => {
          take(target.files?.[0])
          target.value = ''
        }}
      />
    </label>
  )
}
