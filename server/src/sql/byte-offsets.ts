/** Turns offsets in the bytes of a text in UTF-8 into offsets in UTF-16 code units. To be asked in any order. */
export function createByteOffsets(text: string): (byte: number) => number {
  // Most scripts are ASCII.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(text)) return (byte) => Math.min(byte, text.length)
  const bytes = new TextEncoder().encode(text)
  const decoder = new TextDecoder()
  return (byte) => decoder.decode(bytes.subarray(0, byte)).length
}
