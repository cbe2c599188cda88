// JSON schemas of the configuration file, made from the settings in package.json, which the two must not differ in.

/** Settings that only an editor has. */
const EDITOR_ONLY = /^(?:codeLens|inlayHints|prisma|trace)\./

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
    properties: { $schema: { type: 'string' }, ...completed(Object.fromEntries(settings)) },
  }
}

/** What the settings of an editor cannot say as simply: one preset without a list, and which rules there are, twice. */
function completed({ extends: presets, overrides, ...settings }) {
  const { items, markdownDescription } = presets
  const { default: _, ...rules } = settings.rules
  const override = { ...overrides.items, properties: { ...overrides.items.properties, rules } }
  return {
    extends: { markdownDescription, anyOf: [items, { type: 'array', items, uniqueItems: true }] },
    ...settings,
    overrides: { ...overrides, items: override },
  }
}

/** The schema of what a `package.json` may say of it. */
export function packageSchema(manifest) {
  const { $schema, allowComments, allowTrailingCommas, ...configuration } = configurationSchema(manifest)
  return { $schema, type: 'object', properties: { [manifest.name]: configuration } }
}
