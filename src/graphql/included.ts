import { type DirectiveNode, Kind, type ValueNode } from 'graphql'

/** Whether @skip and @include leave a selection in, with these values of variables. */
export const included = (
  directives: readonly DirectiveNode[] | undefined,
  variables: Readonly<Record<string, unknown>>,
): boolean =>
  directives === undefined ||
  directives.every(({ name, arguments: args = [] }) => {
    const given = args.find((argument) => argument.name.value === 'if')?.value
    if (given === undefined) return true
    if (name.value === 'include') return booleanOf(given, variables) !== false
    return name.value !== 'skip' || booleanOf(given, variables) !== true
  })

/** What is neither true nor false is for validation to refuse. */
function booleanOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value]
  return node.kind === Kind.BOOLEAN ? node.value : undefined
}
