/**
 * Takes passwords out of what a program wrote: the part of an address before its host, what follows `password=` and the
 * like, and the values of variables of the environment that hold such an address.
 */
export function maskSecrets(text: string, environment: NodeJS.ProcessEnv = process.env): string {
  const values = Object.values(environment).filter((value) => value !== undefined && ADDRESS.test(value))
  const masked = values.reduce<string>((rest, value) => rest.replaceAll(value as string, '…'), text)
  return masked.replace(CREDENTIALS, '$1…@').replace(PASSWORD, '$1…')
}

/** Takes away all that follows `scheme://`, up to the end of the quotation or line. */
export function maskAddresses(text: string): string {
  return text.replaceAll(/(\w:\/\/)[^"'`\n]+/g, '$1…')
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/[^\s/]*(?:@|;)/i
const CREDENTIALS = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s'"`]+@/gi
const PASSWORD = /\b((?:password|passwd|pwd|api_key|apikey|token|secret)\s*=\s*)[^\s;&'"`]+/gi
