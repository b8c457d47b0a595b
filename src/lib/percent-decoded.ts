export function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

const encodedSign = /%(?:2[146-9a-c]|3[abd]|40)/gi

/**
 * Decodes the signs of a path that RFC 3986 allows in it unencoded as well, such as %2C for a comma. No other character is
 * decoded, so that the path keeps its parts, and can be decoded once more.
 */
export const withPlainSigns = (path: string): string =>
  path.includes('%') ? path.replace(encodedSign, (sign) => decodeURIComponent(sign)) : path
