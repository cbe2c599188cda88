import { Injectable, UnauthorizedException } from '@nestjs/common'
import { PaymentMethod } from '@prisma/client'
import { PrismaService } from '../prisma/prisma.service'
import { CreatePaymentDto } from './dto/create-payment.dto'
import { PaymentEntity } from './entities/payment.entity'
import { PspWebhookEvent } from './psp-webhook'

@Injectable()
export class PaymentsService {
  constructor(private readonly prisma: PrismaService) {}

  create(dto: CreatePaymentDto): Promise<PaymentEntity> {
    return this.prisma.payment.create({ data: { ...dto, method: dto.method as PaymentMethod } })
  }

  refund(id: string): Promise<PaymentEntity> {
    return this.prisma.payment.update({ where: { id }, data: { status: 'REFUNDED' } })
  }

  async handle(signature: string, { type, data }: PspWebhookEvent): Promise<void> {
    if (signature !== process.env.PSP_SECRET) throw new UnauthorizedException()
    const { payment_reference: reference, failure_reason: failureReason } = data
    const change =
      type === 'charge.captured'
        ? { status: 'CAPTURED' as const, capturedAt: new Date() }
        : { status: 'FAILED' as const, failureReason }
    await this.prisma.payment.updateMany({ where: { reference }, data: change })
  }
}
