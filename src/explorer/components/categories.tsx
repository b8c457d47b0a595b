import { type ReactNode, useContext, useMemo, useState } from 'react'
import type { ChoicesQuery } from '../../generated/gql/explorer/graphql.js'
import { textIn } from '../data/named.js'
import { type Branch, pruned, treeOf } from '../data/tree.js'
import { useWords } from '../i18n/words.js'
import { StateContext } from './go-link.js'

const fewEnough = 24

interface CategoriesProps {
  readonly facets: ChoicesQuery['indicators']['facets']
  readonly chosen: readonly string[]
}

export function Categories({ facets, chosen }: CategoriesProps): ReactNode {
  const { words } = useWords()
  const [, go] = useContext(StateContext)
  const [text, setText] = useState('')
  const tree = useMemo(() => treeOf(facets), [facets])
  const found = pruned(tree, text)
  const roots = tree.filter(({ count }) => count > 0).map(({ category }) => category.code)
  const choose = (code: string, isChosen: boolean): void => {
    const codes = isChosen ? [...chosen, code] : chosen.filter((each) => each !== code)
    go({ categories: codes.length === 0 ? null : codes })
  }
  return (
    <fieldset className="categories">
      <legend>
        {words.categories}{' '}
        <span className="quiet">
          {chosen.length === 0
            ? words.allCategories(facets.length)
            : words.someCategories(chosen.length, facets.length)}
        </span>
      </legend>
      <input
        type="search"
        value={text}
        placeholder={words.searchCategories}
        aria-label={words.searchCategories}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="tree">
        {found.length === 0 && facets.length > 0 && <p className="quiet">{words.noCategory}</p>}
        <Branches
          branches={found}
          chosen={chosen}
          choose={choose}
          isOpen={text !== ''}
          unfold={facets.length <= fewEnough}
        />
      </div>
      <p className="actions">
        <button type="button" onClick={() => go({ categories: [] })}>
          {words.chooseAll}
        </button>
        {roots.length < facets.length && roots.length > 0 && (
          <button type="button" onClick={() => go({ categories: roots })}>
            {words.chooseTop}
          </button>
        )}
      </p>
    </fieldset>
  )
}

interface Choosing {
  readonly branches: readonly Branch[]
  readonly chosen: readonly string[]
  readonly choose: (code: string, isChosen: boolean) => void
  readonly isOpen: boolean
  readonly unfold: boolean
}

function Branches({ branches, ...rest }: Choosing): ReactNode {
  return (
    <ul>
      {branches.map((branch) => (
        <OneBranch key={branch.category.code} branch={branch} {...rest} />
      ))}
    </ul>
  )
}

function OneBranch({ branch, ...rest }: Omit<Choosing, 'branches'> & { branch: Branch }): ReactNode {
  const { words, language } = useWords()
  const { category, count, isGroup, branches } = branch
  const { chosen, choose, isOpen } = rest
  const [isUnfolded, setUnfolded] = useState(rest.unfold)
  const name = textIn(category, language)
  const shown = isOpen || isUnfolded
  return (
    <li>
      {branches.length > 0 && !isOpen && (
        <button
          type="button"
          className="fold"
          aria-expanded={shown}
          aria-label={words.unfold(name)}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {shown ? '▾' : '▸'}
        </button>
      )}
      <label>
        <input
          type="checkbox"
          disabled={count === 0}
          checked={chosen.includes(category.code)}
          onChange={({ target }) => choose(category.code, target.checked)}
        />
        <span>
          {name} {isGroup && <em>{words.group}</em>}
        </span>
      </label>
      {branches.length > 0 && shown && <Branches branches={branches} {...rest} />}
    </li>
  )
}
