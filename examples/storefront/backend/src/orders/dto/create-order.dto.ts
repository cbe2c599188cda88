import { Type } from 'class-transformer'
import { ArrayMinSize, IsOptional, IsString, ValidateNested } from 'class-validator'
import { CreateOrderItemDto } from './create-order-item.dto'

export class CreateOrderDto {
  @IsString()
  customerId: string

  @IsString()
  shippingAddressId: string

  @IsOptional()
  @IsString()
  note?: string

  @ValidateNested({ each: true })
  @Type(() => CreateOrderItemDto)
  @ArrayMinSize(1)
  items: CreateOrderItemDto[]
}
