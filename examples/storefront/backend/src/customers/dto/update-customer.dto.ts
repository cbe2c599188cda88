import { Type } from 'class-transformer'
import { IsBoolean, IsDate, IsOptional, IsString } from 'class-validator'

export class UpdateCustomerDto {
  @IsOptional()
  @IsString()
  firstName?: string

  @IsOptional()
  @IsString()
  lastName?: string

  @IsOptional()
  @IsString()
  phone?: string

  @IsOptional()
  @Type(() => Date)
  @IsDate()
  dateOfBirth?: Date

  @IsOptional()
  @IsBoolean()
  marketingConsent?: boolean
}
