import assert from 'node:assert/strict'
import { FETCH_DECLARATION } from '../../testing/ambient.js'
import { compilerErrors } from '../../testing/compiled.js'
import { EVERY_KIND, EVERY_MODEL } from '../../testing/every-kind.js'
import { findingsIn, generated } from '../../testing/generated.js'

const SCHEMA = `
//- /api/package.json
{ "name": "api", "dependencies": { "@prisma/client": "6" } }
//- /web/package.json
{ "name": "web", "dependencies": { "react": "19" } }
//- /api/prisma/schema.prisma
model Ticket {
  id    Int     @id @default(autoincrement())
  title String
  note  String?
}
model Venue {
  slug String @id
  name String
}
`

const VENUE = 'export interface Venue {\n  slug: string\n  name: string\n}\n'

describe('generate client', () => {
  it('writes what compiles and in which nothing is found, for every kind of model', () => {
    const { texts, world } = generated(`//- /schema.prisma\n${EVERY_KIND}`, 'client', ...EVERY_MODEL)
    assert.deepEqual(compilerErrors(new Map([...texts, ['fetch.d.ts', FETCH_DECLARATION]])), [])
    assert.deepEqual(findingsIn(world), [])
    assert.match(
      texts.get('src/lib/api-client.ts') ?? '',
      /`\/memberships\/\$\{userId\}\/\$\{encodeURIComponent\(teamId\)\}`/,
    )
  })

  it('adds methods to the client that is there, which call as the others do', () => {
    const client = `import type { Venue } from './types/venue'

export class ApiClient {
  venues() {
    return this.request<Venue[]>('GET', '/venues')
  }

  /** Sends it. */
  private async request<T>(method: string, path: string, body?: unknown): Promise<T> {
    return { method, path, body } as T
  }
}
`
    const { texts, world } = generated(
      `${SCHEMA}//- /web/src/types/venue.ts\n${VENUE}//- /web/src/api.ts\n${client}`,
      'client',
      'Ticket',
    )
    assert.equal(
      texts.get('web/src/api.ts'),
      `import type { Venue } from './types/venue'
import type { Ticket } from './types/ticket'

export class ApiClient {
  venues() {
    return this.request<Venue[]>('GET', '/venues')
  }

  tickets() {
    return this.request<Ticket[]>('GET', '/tickets')
  }

  ticket(id: number) {
    return this.request<Ticket>('GET', \`/tickets/\${id}\`)
  }

  createTicket(body: CreateTicketBody) {
    return this.request<Ticket>('POST', '/tickets', body)
  }

  updateTicket(id: number, body: UpdateTicketBody) {
    return this.request<Ticket>('PATCH', \`/tickets/\${id}\`, body)
  }

  deleteTicket(id: number) {
    return this.request<void>('DELETE', \`/tickets/\${id}\`)
  }

  /** Sends it. */
  private async request<T>(method: string, path: string, body?: unknown): Promise<T> {
    return { method, path, body } as T
  }
}

export type CreateTicketBody = Pick<Ticket, 'title'> & Partial<Pick<Ticket, 'note'>>

export type UpdateTicketBody = Partial<Pick<Ticket, 'title' | 'note'>>
`,
    )
    assert.deepEqual(compilerErrors(world.texts), [])
    assert.deepEqual(findingsIn(world), [])
  })

  it('calls by verbs, wraps and annotates where the others do, and takes the bodies that are there', () => {
    const client = `import type { ApiResponse } from "./types/api";
import type { Venue } from "./types/venue";

export class HttpApi {
    async getVenue(slug: string): Promise<ApiResponse<Venue>> {
        return this.http.get<ApiResponse<Venue>>(\`/venues/\${slug}\`);
    }
    constructor(private readonly http: Http) {}
}

interface Http {
    get<T>(path: string): Promise<T>;
    post<T>(path: string, body: object): Promise<T>;
    patch<T>(path: string, body: object): Promise<T>;
    delete<T>(path: string): Promise<T>;
}
`
    const inputs = 'export interface CreateTicketRequest {\n  title: string\n  note?: string\n}\n'
    const { texts, world } = generated(
      `${SCHEMA}//- /web/src/types/venue.ts\n${VENUE}//- /web/src/types/api.ts\nexport interface ApiResponse<T> {\n  data: T\n}
//- /web/src/types/inputs.ts\n${inputs}//- /web/src/http.ts\n${client}`,
      'client',
      'Ticket',
    )
    const text = texts.get('web/src/http.ts') ?? ''
    assert.match(
      text,
      /^ {4}getTickets\(\): Promise<ApiResponse<Ticket\[\]>> \{\n {8}return this\.http\.get<ApiResponse<Ticket\[\]>>\("\/tickets"\);\n {4}\}$/m,
    )
    assert.match(text, /^import type \{ CreateTicketRequest \} from "\.\/types\/inputs";$/m)
    assert.match(text, /^export type UpdateTicketBody = Partial<Pick<Ticket, "title" \| "note">>;$/m)
    assert.deepEqual(compilerErrors(world.texts), [])
    assert.deepEqual(findingsIn(world), [])
  })

  it('keeps what stands in front of paths, and asks a class that puts it there', () => {
    const lines = (methods: string) => {
      const source = `${SCHEMA}//- /web/src/types/venue.ts\n${VENUE}//- /web/src/api.ts\nexport class ApiService {\n${methods}}\n`
      const { texts } = generated(source, 'client', 'Ticket')
      return texts.get('web/src/api.ts')?.match(/return .*ickets.*/g)
    }
    const verbs = '  get<T>(path: string) {\n    return this.http.get<T>(`${this.base}${path}`)\n  }\n'
    assert.deepEqual(lines(verbs)?.slice(0, 2), [
      "return this.get<Ticket[]>('/tickets')",
      'return this.get<Ticket>(`/tickets/${id}`)',
    ])
    const venues = '  venues() {\n    return this.http.get<unknown[]>(`${this.base}/venues`)\n  }\n'
    assert.deepEqual(lines(venues)?.slice(0, 2), [
      'return this.http.get<Ticket[]>(`${this.base}/tickets`)',
      'return this.http.get<Ticket>(`${this.base}/tickets/${id}`)',
    ])
  })

  it('makes no second client beside one that it does not understand', () => {
    const client = 'export class ApiClient {\n  static get(path: string) {\n    return fetch(path)\n  }\n}\n'
    const source = `${SCHEMA}//- /web/src/types/venue.ts\n${VENUE}//- /web/src/lib/client.ts\n${client}`
    assert.equal(generated(source, 'client', 'Ticket').texts.size, 0)
  })
})
