import { IsBoolean, IsISO31661Alpha2, IsOptional, IsString, MaxLength } from 'class-validator'

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

  @IsString()
  @MaxLength(12)
  postalCode: string

  @IsISO31661Alpha2()
  country: string

  @IsOptional()
  @IsBoolean()
  isDefault?: boolean
}
