export type UserRole = 'customer' | 'staff' | 'admin'

export interface User {
  id: string
  email: string
  name: string
  role: UserRole
  emailVerifiedAt: string | null
  createdAt: string
  updatedAt: string
}

export interface SessionUser {
  id: string
  name: string
  role: UserRole
}

export interface LoginRequest {
  email: string
  password: string
}

export interface CreateUserRequest {
  email: string
  name: string
  password: string
  role?: UserRole
}
