// JSON schemas of the configuration file, made from the settings in package.json, which the two must not differ in.

/** Settings that only an editor has. */
const EDITOR_ONLY = /^(?:codeLens|inlayHints|trace)\./

/** The schema of `prisma-drift.config.jsonc`. */
export function configurationSchema({ contributes, displayName }) {
  const settings = Object.entries(contributes.configuration.properties)
    .map(([name, { scope, order, ...schema }]) => [name.replace(/^prismaDrift\./, ''), schema])
    .filter(([name]) => !EDITOR_ONLY.test(name))
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Configuration of ${displayName}`,
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(settings) },
  }
}

/** The schema of what a `package.json` may say of it. */
export function packageSchema(manifest) {
  const { $schema, allowComments, allowTrailingCommas, ...configuration } = configurationSchema(manifest)
  return { $schema, type: 'object', properties: { [manifest.name]: configuration } }
}
