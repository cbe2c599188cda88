import assert from 'node:assert/strict'
import { maskAddresses, maskSecrets } from './mask-secrets.js'

describe('masking secrets', () => {
  const masked: Readonly<Record<string, string>> = {
    'connecting to postgresql://admin:hunter2@db:5432/shop': 'connecting to postgresql://…@db:5432/shop',
    'mongodb+srv://a:p@ss/w@cluster.example.org/x?y=1 failed': 'mongodb+srv://…@cluster.example.org/x?y=1 failed',
    'sqlserver://db:1433;user=sa;password=hunter2;': 'sqlserver://db:1433;user=sa;password=…;',
    'prisma://x.example.org/?api_key=hunter2&z=1': 'prisma://x.example.org/?api_key=…&z=1',
    'see https://example.org/docs for more': 'see https://example.org/docs for more',
  }
  for (const [text, expected] of Object.entries(masked)) {
    it(text, () => assert.equal(maskSecrets(text, {}), expected))
  }

  it('knows the values of the environment', () => {
    const environment = { DATABASE_URL: 'mysql://root:hunter2@db/shop', HOME: '/home/me' }
    assert.equal(
      maskSecrets('url is mysql://root:hunter2@db/shop, home /home/me', environment),
      'url is …, home /home/me',
    )
  })
})

describe('maskAddresses', () => {
  it('takes away what follows the scheme, passwords with spaces included', () => {
    assert.equal(maskAddresses('not known: "postgresql://a:b c@d/e".'), 'not known: "postgresql://…".')
    assert.equal(maskAddresses('mysql://a:b@c\nand more'), 'mysql://…\nand more')
  })

  it('leaves a scheme that is only named', () =>
    assert.equal(maskAddresses('must start with `postgresql://`.'), 'must start with `postgresql://`.'))
})
