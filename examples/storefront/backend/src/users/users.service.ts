import { randomBytes, scryptSync } from 'node:crypto'
import { Injectable, NotFoundException } from '@nestjs/common'
import { paginate } from '../common/paginated'
import { PaginationDto } from '../common/pagination.dto'
import { PrismaService } from '../prisma/prisma.service'
import { CreateUserDto } from './dto/create-user.dto'
import { UpdateUserDto } from './dto/update-user.dto'
import { UserResponseDto } from './dto/user-response.dto'

@Injectable()
export class UsersService {
  constructor(private readonly prisma: PrismaService) {}

  async findAll({ page, limit }: PaginationDto) {
    const where = { deletedAt: null }
    const [users, total] = await Promise.all([
      this.prisma.user.findMany({ where, skip: (page - 1) * limit, take: limit, orderBy: { createdAt: 'desc' } }),
      this.prisma.user.count({ where }),
    ])
    return paginate(
      users.map((user) => new UserResponseDto(user)),
      total,
      page,
      limit,
    )
  }

  async findOne(id: string): Promise<UserResponseDto> {
    const user = await this.prisma.user.findFirst({ where: { id, deletedAt: null } })
    if (!user) throw new NotFoundException(`No user ${id}`)
    return new UserResponseDto(user)
  }

  async create({ password, ...rest }: CreateUserDto): Promise<UserResponseDto> {
    const user = await this.prisma.user.create({ data: { ...rest, passwordHash: hash(password) } })
    return new UserResponseDto(user)
  }

  async update(id: string, { password, ...rest }: UpdateUserDto): Promise<UserResponseDto> {
    const data = password ? { ...rest, passwordHash: hash(password) } : rest
    return new UserResponseDto(await this.prisma.user.update({ where: { id }, data }))
  }

  async remove(id: string): Promise<void> {
    await this.prisma.user.update({ where: { id }, data: { deletedAt: new Date() } })
  }
}

function hash(password: string): string {
  const salt = randomBytes(16).toString('hex')
  return `${salt}:${scryptSync(password, salt, 64).toString('hex')}`
}
