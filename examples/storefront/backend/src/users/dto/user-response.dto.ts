import { OmitType } from '@nestjs/mapped-types'
import { UserEntity } from '../entities/user.entity'

export class UserResponseDto extends OmitType(UserEntity, ['passwordHash', 'deletedAt'] as const) {
  constructor(user: UserEntity) {
    super()
    const { passwordHash, deletedAt, ...rest } = user
    Object.assign(this, rest)
  }
}
