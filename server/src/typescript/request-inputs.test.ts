import assert from 'node:assert/strict'
import { requestInputsIn } from './request-inputs.js'

describe('requestInputsIn', () => {
  const bodies = (text: string) => requestInputsIn(text).flatMap(({ type, kind }) => (kind === 'body' ? [type] : []))

  it('finds the bodies and queries that controllers take', () => {
    const text = `class C { a(@Body() b: CreateDto, @Query() q: ListDto, @Param() p: P, @Body(new Pipe({ a: f(g()) })) x: Y) {} }`
    assert.deepEqual(requestInputsIn(text), [
      { type: 'CreateDto', kind: 'body' },
      { type: 'ListDto', kind: 'query' },
      { type: 'Y', kind: 'body' },
    ])
  })

  it('takes a parameter in any state', () => {
    assert.deepEqual(bodies('f(@Body() @Valid() { a, b }: A | null) {}'), ['A'])
    assert.deepEqual(bodies('f(\n  @Body()\n  @Valid\n  readonly x?: N.A,\n) {}'), ['N.A'])
    assert.deepEqual(bodies('f(@Body() x: A = new A()) {}'), ['A'])
  })

  it('passes over single values, types that are no plain name, and methods of that decorator', () => {
    assert.deepEqual(
      requestInputsIn(`f(@Body('name') a: A, @Body( "b" ) b: B, @Body() c: C[], @Body() d: D<E>) {}`),
      [],
    )
    assert.deepEqual(requestInputsIn('@Query(() => User) user(@Args() args: Args): User {}'), [])
    assert.deepEqual(requestInputsIn('f(@Body() a: A & B, @Body() c'), [])
  })

  it('finds bodies of Express and of Next', () => {
    assert.deepEqual(bodies('const dto: Create = req.body'), ['Create'])
    assert.deepEqual(bodies('(await request.json()) as Create'), ['Create'])
    assert.deepEqual(bodies('(req: Request<{ id: string }, unknown, Create>) => req.body.name'), ['Create'])
    assert.deepEqual(bodies('const name: Name = req.body.name'), [])
  })

  it('takes time linear in the text', () => {
    for (const text of ['@Body(', '@Body()(', '@Body() @A', '@Body() {', 'f(@Body(((((', '@Body() x: A | null '])
      requestInputsIn(text.repeat(20_000))
  })
})
