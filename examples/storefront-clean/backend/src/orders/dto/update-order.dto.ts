import { OrderStatus } from '@prisma/client'
import { IsEnum, IsOptional, IsString } from 'class-validator'

export class UpdateOrderDto {
  @IsOptional()
  @IsEnum(OrderStatus)
  status?: OrderStatus

  @IsOptional()
  @IsString()
  trackingCode?: string

  @IsOptional()
  @IsString()
  note?: string
}
