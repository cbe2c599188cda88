import assert from 'node:assert/strict'
import { fillPattern, usualPattern } from './name-pattern.js'

describe('patterns of names', () => {
  const learnt = (kind: 'path' | 'identifier', ...examples: readonly (readonly [name: string, model: string])[]) =>
    usualPattern(
      examples.map(([name, model]) => ({ name, model })),
      kind,
    )

  it('are learnt from files and folders', () => {
    assert.equal(learnt('path', ['create-order-item.dto.ts', 'OrderItem']), 'create-{kebab}.dto.ts')
    assert.equal(learnt('path', ['src/categories/dto', 'Category']), 'src/{kebabs}/dto')
    assert.equal(learnt('path', ['user.ts', 'User'], ['orderItem.ts', 'OrderItem']), '{camel}.ts')
    assert.equal(learnt('path', ['order_items.ts', 'OrderItem']), '{snakes}.ts')
    assert.equal(learnt('path', ['types.ts', 'User'], ['types.ts', 'Order']), 'types.ts')
    assert.equal(learnt('path', ['appointment.ts', 'Appointments']), '{kebab1}.ts')
    assert.equal(learnt('path'), undefined)
  })

  it('are learnt from identifiers, which have no hyphens', () => {
    assert.equal(learnt('identifier', ['userSchema', 'User']), '{camel}Schema')
    assert.equal(learnt('identifier', ['IUser', 'User']), 'I{pascal}')
    assert.equal(
      learnt('identifier', ['CreateUserDto', 'User'], ['CreateOrderItemDto', 'OrderItem']),
      'Create{pascal}Dto',
    )
    assert.equal(learnt('identifier', ['user_schema', 'User'], ['order_item_schema', 'OrderItem']), '{snake}_schema')
    assert.equal(learnt('identifier', ['UsersService', 'User']), '{pascals}Service')
    const several = ['CreateAppointmentsDto', 'Appointments'] as const
    assert.equal(learnt('identifier', several, ['CreateFeedbackDto', 'Feedback']), 'Create{pascal}Dto')
    assert.equal(learnt('path', ['appointments/dto', 'Appointments'], ['users/dto', 'User']), '{kebabs}/dto')
  })

  it('make names for other models', () => {
    assert.equal(fillPattern('src/{kebabs}/dto', 'StockEntry'), 'src/stock-entries/dto')
    assert.equal(fillPattern('{camel}Schema', 'StockEntry'), 'stockEntrySchema')
    assert.equal(fillPattern('Create{pascal}Dto', 'StockEntry'), 'CreateStockEntryDto')
    assert.equal(fillPattern('types.ts', 'StockEntry'), 'types.ts')
    assert.equal(fillPattern('{pascal1}', 'stock_entries'), 'StockEntry')
  })
})
