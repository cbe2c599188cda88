import { Type } from 'class-transformer'
import { IsIn, IsNumber, IsOptional, IsString } from 'class-validator'
import { PaginationDto } from '../../common/pagination.dto'

export class QueryProductsDto extends PaginationDto {
  @IsOptional()
  @IsString()
  search?: string

  @IsOptional()
  @IsString()
  categoryId?: string

  @IsOptional()
  @IsIn(['DRAFT', 'ACTIVE', 'ARCHIVED', 'HIDDEN'])
  status?: 'DRAFT' | 'ACTIVE' | 'ARCHIVED' | 'HIDDEN'

  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  minPrice?: number

  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  maxPrice?: number
}
