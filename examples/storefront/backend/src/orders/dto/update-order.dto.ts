import { OrderStatus } from '@prisma/client'
import { IsDateString, IsEnum, IsOptional, IsString } from 'class-validator'

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

  @IsOptional()
  @IsDateString()
  updatedAt?: string
}
