/** How a file's bytes hold its text; what is not `utf-8` begins with a byte order mark. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/**
 * Turns bytes into text, or into undefined where they hold a NUL and so are not text. The byte order mark is no part
 * of the text: offsets count from after it, as VS Code's positions do. Bytes that are not UTF-8 become U+FFFD.
 */
export function decode(bytes: Buffer): Decoded | undefined {
  const encoding = encodingOf(bytes)
  if (encoding === 'utf-16le') return { text: bytes.toString('utf16le', 2), encoding }
  if (encoding === 'utf-16be') return { text: decodeBigEndian(bytes), encoding }
  if (bytes.includes(0)) return undefined
  if (encoding === 'utf-8-bom') return { text: bytes.toString('utf8', 3), encoding }
  return { text: bytes.toString('utf8'), encoding }
}

/** Turns a text back into the bytes of a file, with the mark that {@link decode} took away. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8')
  if (encoding === 'utf-8-bom') return Buffer.from(`\uFEFF${text}`, 'utf8')
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return encoding === 'utf-16le' ? bytes : bytes.swap16()
}

function encodingOf(bytes: Buffer): Encoding {
  // To take elements apart by a pattern would iterate.
  const [first, second] = [bytes[0], bytes[1]]
  if (first === 0xef && second === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

function decodeBigEndian(bytes: Buffer): string {
  const whole = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
  return whole.swap16().toString('utf16le')
}
