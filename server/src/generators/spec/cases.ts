import { noCase } from 'change-case'
import type { Column, Model } from '../../model/schema.js'
import { mayBeLeftOut } from '../members.js'
import { delegateOf, whereText } from '../server-key.js'
import { describeText, objectText, testText } from './code.js'
import { inputCall } from './inputs.js'
import { makerName, variableFor } from './records.js'
import { absentSample } from './sample.js'
import type { Argument, Refusal, StoredColumn, TestedMethod } from './tested-method.js'

/** The tests of a method. */
export function methodTests(method: TestedMethod): string {
  return describeText(method.name, TESTS[method.kind](method))
}

const TESTS: Readonly<Record<TestedMethod['kind'], (method: TestedMethod) => readonly string[]>> = {
  create: (method) => [
    storesWhatItIsGiven(method),
    ...takenKeys(method).map((key) => refusesTakenKey(method, key)),
    ...method.stored.filter(isForeignKey).map((stored) => refusesDangling(method, stored)),
    ...requiredOf(method).map((stored) => refusesWithout(method, stored)),
  ],
  find: (method) => [...(method.answer ? [answersTheRecord(method)] : []), ...refusesMissing(method)],
  list: (method) => [listsWhatIsThere(method)],
  update: (method) => [
    ...(method.stored.length > 0 ? [changesOnlyThat(method)] : []),
    ...refusesMissing(method),
    ...takenKeys(method).map((key) => refusesKeyOfAnother(method, key)),
  ],
  remove: (method) => [removesOnlyThat(method), ...refusesMissing(method)],
  hide: (method) => [hidesOnlyThat(method), ...refusesMissing(method)],
}

/** `const user = await makeUser();` */
function madeRecord({ model, overrides }: TestedMethod, name = recordOf(model)): string {
  const data = overrides.length > 0 ? `{ ${overrides.map((each) => `${each.name}: ${each.text}`).join(', ')} }` : ''
  return `const ${name} = await ${makerName(model.name)}(${data});`
}

function recordOf(model: Model): string {
  return variableFor(model.name)
}

function phrase(name: string): string {
  return noCase(name)
}

function withArticle(name: string): string {
  return `${/^[aeio]/.test(phrase(name)) ? 'an' : 'a'} ${phrase(name)}`
}

/** The variables of the arguments, with what makes them. */
function argumentsOf(method: TestedMethod): { readonly setup: readonly string[]; readonly texts: readonly string[] } {
  const setup: string[] = []
  const texts = method.arguments.map((argument, index) => {
    if (argument.kind === 'input') setup.push(`const ${inputVariable(method, index)} = ${inputCall(argument.maker)};`)
    if (argument.kind === 'owner')
      setup.push(`const ${argument.owner.name} = await ${makerName(argument.owner.target)}();`)
    return argumentText(method, argument, index)
  })
  return { setup: [...new Set(setup)], texts }
}

function argumentText(method: TestedMethod, argument: Argument, index: number): string {
  if (argument.kind === 'input') return inputVariable(method, index)
  if (argument.kind === 'key') return `${recordOf(method.model)}.${argument.column.name}`
  return argument.kind === 'owner'
    ? `${argument.owner.name}.${argument.owner.keys.get(argument.column.name)}`
    : argument.text.replace(/\bn\b/g, '1').replaceAll(`\${1}`, '1')
}

function inputVariable({ arguments: all }: TestedMethod, index: number): string {
  const inputs = all.flatMap((each, at) => (each.kind === 'input' ? [at] : []))
  return inputs.length > 1 ? `dto${inputs.indexOf(index) + 1}` : 'dto'
}

function call({ name }: TestedMethod, texts: readonly string[]): string {
  return `service.${name}(${texts.join(', ')})`
}

function storesWhatItIsGiven(method: TestedMethod): string {
  const { setup, texts } = argumentsOf(method)
  return testText('stores what it is given', [
    ...setup,
    `await ${call(method, texts)};`,
    `const stored = await prisma.${delegateOf(method.model.name)}.findFirstOrThrow();`,
    ...expectsStored(method, texts),
  ])
}

function expectsStored(method: TestedMethod, texts: readonly string[]): readonly string[] {
  const plain = method.stored.filter((each) => !isConverted(method, each))
  const entries = plain.map((each) => `${each.column.name}: ${comparable(method, each, texts)}`)
  const matched =
    entries.length > 0
      ? [`expect(stored).toMatchObject(${objectText(entries, '', 'expect(stored).toMatchObject(  ')});`]
      : []
  const converted = method.stored
    .filter((each) => isConverted(method, each))
    .map((each) => `expect(Number(stored.${each.column.name})).toBe(Number(${sourceText(method, each, texts)}));`)
  return [...matched, ...converted]
}

function isConverted(method: TestedMethod, stored: StoredColumn): boolean {
  const { type, list, kind } = stored.column
  return (
    kind === 'scalar' &&
    !list &&
    (type === 'Decimal' || (type === 'BigInt' && fieldOf(method, stored)?.form !== 'same'))
  )
}

function comparable(method: TestedMethod, stored: StoredColumn, texts: readonly string[]): string {
  const text = sourceText(method, stored, texts)
  const isText = stored.column.type === 'DateTime' && fieldOf(method, stored)?.form === 'text'
  return isText ? `new Date(${text}${fieldOf(method, stored)?.isRequired ? '' : ' ?? 0'})` : text
}

function fieldOf({ arguments: all }: TestedMethod, { from }: StoredColumn) {
  const argument = 'index' in from ? all[from.index] : undefined
  if (argument?.kind !== 'input' || !('index' in from)) return undefined
  return argument.maker.fields.find(({ name }) => name === from.property)
}

function sourceText(_: TestedMethod, { from }: StoredColumn, texts: readonly string[]): string {
  if ('text' in from) return from.text.replaceAll('"', "'")
  const whole = texts[from.index] ?? ''
  return from.property === undefined ? whole : `${whole}.${from.property}`
}

/** The keys that the arguments determine: a record of the same key can be tried. */
function takenKeys({ model, stored, kind }: TestedMethod): readonly (readonly StoredColumn[])[] {
  const single = model.columns.filter(({ isUnique, isId }) => isUnique || isId).map(({ name }) => [name])
  const compound = model.primaryKey.length > 1 ? [model.primaryKey] : []
  const wanted = kind === 'update' ? single : [...single, ...compound, ...model.uniqueKeys]
  return wanted.flatMap((names) => {
    const found = names.flatMap((name) => stored.filter(({ column, from }) => column.name === name && 'index' in from))
    return found.length === names.length ? [found] : []
  })
}

function titleOf(key: readonly StoredColumn[]): string {
  return key.map(({ column }) => phrase(column.name)).join(' and ')
}

function refusesTakenKey(method: TestedMethod, key: readonly StoredColumn[]): string {
  const { setup, texts } = argumentsOf(method)
  const again = texts.map((text, index) => {
    const argument = method.arguments[index]
    if (argument?.kind !== 'input') return text
    const same = key.flatMap(({ from }) =>
      'index' in from && from.index === index && from.property ? [from.property] : [],
    )
    const fresh = inputCall(argument.maker)
    const spread = fresh.startsWith('await ') ? `...(${fresh})` : `...${fresh}`
    return same.length > 0 ? `{ ${[spread, ...same.map((each) => `${each}: ${text}.${each}`)].join(', ')} }` : text
  })
  const model = phrase(method.model.name)
  return testText(`refuses a second ${model} with the same ${titleOf(key)}`, [
    ...setup,
    `await ${call(method, texts)};`,
    expectsRefusal(call(method, again), method.taken),
    `expect(await prisma.${delegateOf(method.model.name)}.count()).toBe(1);`,
  ])
}

function isForeignKey({ column, from }: StoredColumn): boolean {
  return 'index' in from && column.foreignKeyOf.length > 0 && absentSample(column) !== undefined
}

function refusesDangling(method: TestedMethod, stored: StoredColumn): string {
  const { from, column } = stored
  const { setup, texts } = argumentsOf(method)
  const absent = absentSample(column) ?? ''
  const changed = texts.map((text, index) => {
    if (!('index' in from) || from.index !== index) return text
    return from.property === undefined ? absent : `{ ...${text}, ${from.property}: ${absent} }`
  })
  const needed = setup.filter((each) => changed.some((text) => text.includes(each.split(' ')[1] ?? '')))
  return testText(`refuses ${withArticle(column.foreignKeyOf[0] ?? column.name)} that is not there`, [
    ...needed,
    expectsRefusal(call(method, changed), method.dangling),
    `expect(await prisma.${delegateOf(method.model.name)}.count()).toBe(0);`,
  ])
}

/** One property that a record cannot do without: what is refused without one is refused without the others. */
function requiredOf(method: TestedMethod): readonly StoredColumn[] {
  const required = method.stored.filter((stored) => {
    const field = fieldOf(method, stored)
    return field?.isRequired && !mayBeLeftOut(stored.column)
  })
  const plain = required.filter(({ column }) => column.foreignKeyOf.length === 0)
  return (plain.length > 0 ? plain : required).slice(0, 1)
}

function refusesWithout(method: TestedMethod, stored: StoredColumn): string {
  const { setup, texts } = argumentsOf(method)
  const { from } = stored
  const changed = texts.map((text, index) => {
    const argument = method.arguments[index]
    if (!('index' in from) || from.index !== index || argument?.kind !== 'input') return text
    return `{ ...${text}, ${from.property}: undefined } as unknown as ${argument.maker.type}`
  })
  return testText(`refuses ${withArticle(method.model.name)} without ${phrase(stored.column.name)}`, [
    ...setup,
    `await expect(async () => ${call(method, changed)}).rejects.toThrow();`,
    `expect(await prisma.${delegateOf(method.model.name)}.count()).toBe(0);`,
  ])
}

function expectsRefusal(called: string, refusal: Refusal): string {
  if (refusal.kind === 'null') return `expect(await ${called}).toBeNull();`
  if (refusal.kind === 'class') return `await expect(${called}).rejects.toThrow(${refusal.name.name});`
  if (refusal.kind === 'code') return `await expect(${called}).rejects.toMatchObject({ code: '${refusal.code}' });`
  return `await expect(async () => ${called}).rejects.toThrow();`
}

function answersTheRecord(method: TestedMethod): string {
  const { setup, texts } = argumentsOf(method)
  const { columns, hidden, nullable } = method.answer ?? { columns: [], hidden: [], nullable: false }
  const names = columns.map(({ name }) => `'${name}'`).join(' | ')
  const type = `Pick<${method.model.name}, ${names}>${nullable ? ' | null' : ''}`
  const record = recordOf(method.model)
  const declared = `const answer: ${type} = await ${call(method, texts)};`
  const broken = declared.length > 90 ? pickOverLines(method, texts) : declared
  const entries = columns.map((column) => `${column.name}: ${sentText(column, record)}`)
  return testText('answers the record as it is sent', [
    madeRecord(method),
    madeRecord(method, `another${method.model.name}`).replace(/^const \w+ = /, ''),
    ...setup,
    broken,
    `expect(asSent(answer)).toMatchObject(${objectText(entries, '', 'expect(asSent(answer)).toMatchObject(    ')});`,
    ...hidden.map((name) => `expect(answer).not.toHaveProperty('${name}');`),
  ])
}

function pickOverLines(method: TestedMethod, texts: readonly string[]): string {
  const { columns, nullable } = method.answer ?? { columns: [], nullable: false }
  const names = columns.map(({ name }) => `  | '${name}'`).join('\n')
  const type = `Pick<\n  ${method.model.name},\n${names}\n>${nullable ? ' | null' : ''}`
  return `const answer: ${type} = await ${call(method, texts)};`
}

/** What JSON makes of a column of a record that was made with what it needs. */
function sentText(column: Column, record: string): string {
  const text = `${record}.${column.name}`
  if (column.nullable && column.defaultValue === undefined) return 'null'
  if (column.list || column.kind === 'enum') return text
  if (column.type === 'DateTime') return column.nullable ? `${text}?.toISOString()` : `${text}.toISOString()`
  return column.type === 'Decimal' || column.type === 'BigInt' ? `String(${text})` : text
}

function refusesMissing(method: TestedMethod): readonly string[] {
  const keys = method.arguments.filter((each) => each.kind === 'key')
  const [first] = keys
  const absent = first && absentSample(first.column)
  if (!first || absent === undefined) return []
  const { setup, texts } = argumentsOf(method)
  const index = method.arguments.indexOf(first)
  const changed = texts.map((text, at) => (at === index ? absent : text))
  const needsRecord = keys.length > 1
  const says = method.missing.kind === 'null' ? 'answers null for' : 'refuses'
  return [
    testText(`${says} ${withArticle(first.column.name)} that is not there`, [
      ...(needsRecord ? [madeRecord(method)] : []),
      ...setup,
      expectsRefusal(call(method, changed), method.missing),
    ]),
  ]
}

function listsWhatIsThere(method: TestedMethod): string {
  const { setup, texts } = argumentsOf(method)
  const record = recordOf(method.model)
  const key = method.model.columns.find(({ name }) => name === method.model.primaryKey[0])
  const isOwn = method.arguments.some(({ kind }) => kind === 'key')
  const name = key?.name ?? ''
  const other = `other${method.model.name}`
  const sent = 'JSON.stringify(asSent(answer))'
  const idOf = (owner: string) =>
    key?.type === 'String' || key?.kind === 'enum' ? `${owner}.${name}` : `\`"${name}":\${${owner}.${name}}\``
  return testText(isOwn ? 'lists what belongs there, and nothing else' : 'lists what is there', [
    madeRecord(method),
    ...(isOwn ? [madeRecord(method, other)] : []),
    ...setup,
    `const answer = await ${call(method, texts)};`,
    method.answersList
      ? `expect(answer).toMatchObject([{ ${name}: ${record}.${name} }]);`
      : `expect(${sent}).toContain(${idOf(record)});`,
    ...(isOwn && !method.answersList ? [`expect(${sent}).not.toContain(${idOf(other)});`] : []),
  ])
}

function changesOnlyThat(method: TestedMethod): string {
  const { setup, texts } = argumentsOf(method)
  const record = recordOf(method.model)
  const other = `other${method.model.name}`
  return testText('changes that record and no other', [
    madeRecord(method),
    madeRecord(method, other),
    ...setup,
    `await ${call(method, texts)};`,
    `const stored = ${storedRecord(method, record)};`,
    ...expectsStored(method, texts),
    `expect(${storedRecord(method, other)}).toEqual(${other});`,
  ])
}

function storedRecord({ model }: TestedMethod, record: string): string {
  return `await prisma.${delegateOf(model.name)}.findUniqueOrThrow({ where: ${keyOf(model, record)} })`
}

/** What tells Prisma which record a variable holds. */
function keyOf(model: Model, record: string): string {
  const names = model.primaryKey.map((name) => `${name}: ${record}.${name}`).join(', ')
  return whereText(model).replace(/\{ [^{}]* \}/, `{ ${names} }`)
}

function refusesKeyOfAnother(method: TestedMethod, key: readonly StoredColumn[]): string {
  const { setup, texts } = argumentsOf(method)
  const other = `other${method.model.name}`
  const changed = texts.map((text, index) => {
    const same = key.flatMap(({ from, column }) =>
      'index' in from && from.index === index && from.property ? [`${from.property}: ${other}.${column.name}`] : [],
    )
    return same.length > 0 ? `{ ...${text}, ${same.join(', ')} }` : text
  })
  return testText(`refuses the ${titleOf(key)} of another ${phrase(method.model.name)}`, [
    madeRecord(method),
    madeRecord(method, other),
    ...setup,
    expectsRefusal(call(method, changed), method.taken),
    `expect(${storedRecord(method, recordOf(method.model))}).toEqual(${recordOf(method.model)});`,
  ])
}

function removesOnlyThat(method: TestedMethod): string {
  const { setup, texts } = argumentsOf(method)
  const other = `other${method.model.name}`
  return testText('removes that record and no other', [
    madeRecord(method),
    madeRecord(method, other),
    ...setup,
    `await ${call(method, texts)};`,
    `expect(await prisma.${delegateOf(method.model.name)}.findMany()).toEqual([${other}]);`,
  ])
}

function hidesOnlyThat(method: TestedMethod): string {
  const { setup, texts } = argumentsOf(method)
  const record = recordOf(method.model)
  const other = `other${method.model.name}`
  const column = method.hiddenBy
  const expected =
    column?.type === 'Boolean'
      ? `.toBe(${method.stored[0] && sourceText(method, method.stored[0], texts)})`
      : '.toBeInstanceOf(Date)'
  return testText('marks that record as removed and no other', [
    madeRecord(method),
    madeRecord(method, other),
    ...setup,
    `await ${call(method, texts)};`,
    `expect((${storedRecord(method, record)}).${column?.name})${expected};`,
    `expect(${storedRecord(method, other)}).toEqual(${other});`,
  ])
}
