import { ProductStatus } from '@prisma/client'
import {
  IsArray,
  IsEnum,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsPositive,
  IsString,
  MaxLength,
  Min,
} from 'class-validator'

export class CreateProductDto {
  @IsString()
  sku: string

  @IsString()
  @MaxLength(255)
  name: string

  @IsString()
  description: string

  @IsNumber({ maxDecimalPlaces: 2 })
  @IsPositive()
  price: number

  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  compareAtPrice?: number

  @IsOptional()
  @IsEnum(ProductStatus)
  status?: ProductStatus

  @IsOptional()
  @IsInt()
  @Min(0)
  stock?: number

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  tags?: string[]

  @IsOptional()
  @IsObject()
  attributes?: Record<string, string>

  @IsString()
  categoryId: string
}
