import { foldCase } from './words.js'

const SECRET = /passw|secret|hash$|salt$|token$|otp$|^pin$|apikey$|privatekey$/

/** A name of a column that holds a secret. */
export function isSecret(name: string): boolean {
  return SECRET.test(foldCase(name))
}
