import { Body, Controller, Headers, Param, Post } from '@nestjs/common'
import { CreatePaymentDto } from './dto/create-payment.dto'
import { PspWebhookEvent } from './psp-webhook'
import { PaymentsService } from './payments.service'

@Controller('payments')
export class PaymentsController {
  constructor(private readonly payments: PaymentsService) {}

  @Post()
  create(@Body() dto: CreatePaymentDto) {
    return this.payments.create(dto)
  }

  @Post(':id/refund')
  refund(@Param('id') id: string) {
    return this.payments.refund(id)
  }

  @Post('webhook')
  webhook(@Headers('psp-signature') signature: string, @Body() event: PspWebhookEvent) {
    return this.payments.handle(signature, event)
  }
}
