import { User, UserRole } from '@prisma/client'

export class UserEntity implements User {
  id: string
  email: string
  name: string
  role: UserRole
  passwordHash: string
  refreshTokenHash: string | null
  emailVerifiedAt: Date | null
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}
