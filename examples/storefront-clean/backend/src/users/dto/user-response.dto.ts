import { OmitType } from '@nestjs/mapped-types'
import { UserEntity } from '../entities/user.entity'

export class UserResponseDto extends OmitType(UserEntity, ['passwordHash', 'refreshTokenHash', 'deletedAt'] as const) {
  constructor(user: UserEntity) {
    super()
    const { passwordHash, refreshTokenHash, deletedAt, ...rest } = user
    Object.assign(this, rest)
  }
}
