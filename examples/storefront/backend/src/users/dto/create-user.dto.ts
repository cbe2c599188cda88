import { UserRole } from '@prisma/client'
import { IsEmail, IsEnum, IsOptional, IsString, MinLength } from 'class-validator'

export class CreateUserDto {
  @IsEmail()
  email: string

  @IsString()
  name: string

  @IsString()
  @MinLength(10)
  password: string

  @IsOptional()
  @IsEnum(UserRole)
  role?: UserRole
}
