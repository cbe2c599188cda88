import { PaymentMethod } from '@prisma/client'
import { IsEnum, IsNumber, IsOptional, IsPositive, IsString } from 'class-validator'

export class CreatePaymentDto {
  @IsString()
  orderId: string

  @IsEnum(PaymentMethod)
  method: PaymentMethod

  @IsNumber({ maxDecimalPlaces: 2 })
  @IsPositive()
  amount: number

  @IsOptional()
  @IsString()
  reference?: string
}
