/** Copies a text that is kept: V8 keeps the whole of what it was cut from, or all parts that it was concatenated of. */
export const ownText = <Text extends string>(text: Text): Text => Buffer.from(text).toString() as Text
