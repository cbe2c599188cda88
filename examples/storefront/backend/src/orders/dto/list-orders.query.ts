import { OrderStatus } from '@prisma/client'
import { IsEnum, IsOptional, IsString } from 'class-validator'
import { PaginationDto } from '../../common/pagination.dto'

export class ListOrdersQuery extends PaginationDto {
  @IsOptional()
  @IsString()
  customerId?: string

  @IsOptional()
  @IsEnum(OrderStatus)
  status?: OrderStatus
}
