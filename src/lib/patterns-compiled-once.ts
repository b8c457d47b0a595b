import { setFlagsFromString } from 'node:v8'

/**
 * Compiles patterns when they are first matched. V8 would interpret each once and then compile it; the code of both counts
 * towards a limit beyond which it optimizes no pattern of the process any more. The grammars have more than a thousand
 * patterns and pass that limit, after which the same patterns take more than twice as long.
 */
setFlagsFromString('--no-regexp-tier-up')
