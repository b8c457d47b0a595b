/** Decodes base64 with padding; null for a text that is not the encoding of its bytes. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

export const encodeBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
