import { type FigureProof, notSigned, writeProof } from '../../domain/history-proof/figure-proof.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { figureNameOf } from '../relay/node.js'

const proofType = builder.objectRef<FigureProof>('FigureProof').implement({
  description:
    'A proof that the signed history of the store has a figure as a release printed it. It can be verified without the store.',
  fields: (t) => ({
    file: t.string({
      description:
        'The proof as a file, which `indicators verify` reads: a proof as in c2sp.org/tlog-proof, with the figure in its extra data.',
      resolve: writeProof,
    }),
    lines: t.exposeString('lines', {
      description: 'The lines of the block of figures that has the figure, as they are hashed.',
    }),
    leaf: t.exposeString('leaf', {
      description: 'What the version changed that imported the release, as it is hashed: JSON.',
    }),
    index: t.exposeInt('index', {
      description: 'The place of that version in the history: the first version has 0.',
    }),
    checkpoint: t.exposeString('checkpoint', {
      description: 'The signed head of the history at the version of the response, as in c2sp.org/tlog-checkpoint.',
    }),
  }),
})

builder.queryField('proof', (t) =>
  t.field({
    ...costs({ weight: 2500 }),
    type: proofType,
    nullable: true,
    description:
      'A proof that the signed history has a figure, also one that its release printed again unchanged. NOT_FOUND if the server does not sign its history, or the release did not print the figure.',
    args: { indicator: t.arg.id({ required: true, description: 'The id of an indicator.' }) },
    resolve: (_, { indicator }, { view, proofs }) => {
      if (proofs === null) throw notSigned()
      return proofs.proof(view, figureNameOf(view, indicator))
    },
  }),
)
