import { PaymentMethod, PaymentStatus, Prisma } from '@prisma/client'

export class PaymentEntity {
  id: string
  orderId: string
  method: PaymentMethod
  status: PaymentStatus
  amount: Prisma.Decimal
  currency: string
  reference: string | null
  failureReason: string | null
  metadata: Prisma.JsonValue
  capturedAt: Date | null
  createdAt: Date
}
