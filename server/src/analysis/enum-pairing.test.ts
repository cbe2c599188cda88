import { check } from '../testing/check.js'
import { checkPairs } from '../testing/check-pairs.js'

const schema = `
//- /schema.prisma
enum UserRole {
  ADMIN
  EDITOR
  USER
}
enum State {
  ON
  OFF
}
model User {
  id    String     @id
  role  UserRole
  roles UserRole[]
  state State
}
`

describe('lists of values', () => {
  it('are paired by name, decoration aside', () =>
    checkPairs(`${schema}
//- /roles.ts
export type UserRole = 'ADMIN' | 'USER'
          //^^^^^^^^ pair UserRole certain
export enum UserRoleEnum {
          //^^^^^^^^^^^^ pair UserRole certain
  Admin = 'ADMIN',
  Editor = 'EDITOR',
}
export const USER_ROLES = ['ADMIN', 'EDITOR', 'USER'] as const
           //^^^^^^^^^^ pair UserRole certain
export const UserRoleType = { ADMIN: 'ADMIN', USER: 'USER' } as const
           //^^^^^^^^^^^^ pair UserRole certain
export enum UserRoleDto {
          //^^^^^^^^^^^ pair UserRole certain
  ADMIN = 'ADMIN',
  USER = 'USER',
}
`))

  it('are paired by the column that they are used for', () =>
    checkPairs(`${schema}
//- /user.ts
type Rank = 'ADMIN' | 'USER'
   //^^^^ pair UserRole likely
export interface User {
               //^^^^ pair User mirror certain
  id: string
  role: Rank
  roles: Rank[]
  state: 'ON' | 'OFF'
       //^^^^^^^^^^^^ pair State certain
}
`))

  it('are paired by their use where they resemble that enum more than the one of their name', () =>
    checkPairs(`
//- /schema.prisma
enum Method {
  CASH
  CARD
  CHEQUE
}
enum StaffMethod {
  CASH
  CHEQUE
}
model Salary {
  id     String      @id
  staff  String
  method StaffMethod
}
model Payment {
  id     String @id
  total  Int
  method Method
}
//- /staff.ts
export type Method = 'CASH' | 'CHEQUE'
          //^^^^^^ pair StaffMethod likely
export interface Salary {
               //^^^^^^ pair Salary mirror certain
  id: string
  staff: string
  method: Method
}
//- /payment.ts
export type Method = 'CASH' | 'CHEQUE'
          //^^^^^^ pair Method certain
export interface Payment {
               //^^^^^^^ pair Payment mirror certain
  id: string
  total: number
  method: Method
}
`))

  it('are no filters, which offer choices of their own', () =>
    checkPairs(`${schema}
//- /user.ts
type RankFilter = 'ADMIN' | 'USER' | 'all'
export interface User {
               //^^^^ pair User mirror certain
  id: string
  role: RankFilter
  state: string
}
`))

  it('need values in common', () =>
    checkPairs(`${schema}
//- /user.ts
export type State = 'CALIFORNIA' | 'TEXAS' | 'OHIO'
export type UserRole = 'admin' | 'guest' | 'owner' | 'bot'
export interface User {
               //^^^^ pair User mirror certain
  id: string
  role: 'red' | 'green'
  state: State
}
`))

  it('are paired by their values, which are just those of an enum with the same last word', () =>
    checkPairs(`${schema}
//- /roles.ts
type Role = 'ADMIN' | 'EDITOR' | 'USER'
   //^^^^ pair UserRole likely
type Rank = 'ADMIN' | 'EDITOR' | 'USER'
type StaffRole = 'ADMIN' | 'EDITOR'
type CssRole = 'admin' | 'editor' | 'user'
`))

  it('are paired by many values, whatever they are called', () =>
    checkPairs(`
//- /schema.prisma
enum Ink {
  RED
  GREEN
  BLUE
  BLACK
  GOLD
}
//- /colors.ts
const INK_COLORS = ['BLACK', 'BLUE', 'GOLD', 'GREEN', 'RED'] as const
    //^^^^^^^^^^ pair Ink likely
const PRIMARIES = ['RED', 'GREEN', 'BLUE'] as const
`))

  it('are not paired by their values where two enums had these and one has changed', () =>
    checkPairs(`
//- /schema.prisma base
enum PostState {
  DRAFT
  DONE
}
enum TaskState {
  DRAFT
  DONE
}
//- /schema.prisma
enum PostState {
  DRAFT
  DONE
}
enum TaskState {
  DRAFT
  DONE
  LATE
}
//- /states.ts
type State = 'DRAFT' | 'DONE'
`))

  it('are tied to an enum, or to none, by a tag', () =>
    checkPairs(`${schema}
//- /rank.ts
/** @prisma UserRole */
export type Rank = 'ADMIN' | 'CHIEF' | 'BOSS' | 'OTHER'
          //^^^^ pair UserRole certain
/** @prisma none */
export type UserRole = 'ADMIN' | 'USER'
`))

  it('say it at the list, once for all its uses', () =>
    check(`${schema}
//- /user.ts
export type Rank = 'ADMIN' | 'USER'
          //^^^^ 💡 warning[enum-value-missing] 'Rank' lacks 'EDITOR' of the Prisma enum 'UserRole'
export interface User {
  id: string
  role: Rank
  roles: Rank[]
}
export interface CreateUserInput {
  role: Rank
}
`))

  it('are no single literals at properties: those tell variants apart', () =>
    checkPairs(`${schema}
//- /user.ts
export enum UserRole {
          //^^^^^^^^ pair UserRole certain
  Admin = 'ADMIN',
}
export interface User {
               //^^^^ pair User mirror certain
  id: string
  role: 'ADMIN'
  state: 'ON' | 'OFF'
       //^^^^^^^^^^^^ pair State certain
}
`))

  it('are not paired by what a derived type uses them for', () =>
    checkPairs(`${schema}
//- /user.ts
/** @prisma User derived */
export interface Score {
               //^^^^^ pair User derived certain
  role: 'ADMIN' | 'USER'
  state: 'ON' | 'OFF'
}
`))

  it('are compared with a column that is a list only as lists', () =>
    checkPairs(`${schema}
//- /user.ts
export interface User {
               //^^^^ pair User mirror certain
  id: string
  role: 'ADMIN' | 'USER'
      //^^^^^^^^^^^^^^^^ pair UserRole certain
  roles: 'ADMIN' | 'EDITOR'
}
`))
})
