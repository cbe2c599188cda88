import { IsNumber, IsOptional, IsPositive, IsString } from 'class-validator'

export class CreatePaymentDto {
  @IsString()
  orderId: string

  @IsString()
  method: string

  @IsNumber({ maxDecimalPlaces: 2 })
  @IsPositive()
  amount: number

  @IsOptional()
  @IsString()
  reference?: string
}
