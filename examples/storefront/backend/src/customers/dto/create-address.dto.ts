import { IsBoolean, IsInt, IsOptional, IsString } from 'class-validator'

export class CreateAddressDto {
  @IsOptional()
  @IsString()
  label?: string

  @IsString()
  line1: string

  @IsOptional()
  @IsString()
  line2?: string

  @IsString()
  city: string

  @IsInt()
  postalCode: number

  @IsOptional()
  @IsBoolean()
  isDefault?: boolean
}
