import { Prisma } from '@prisma/client'

export class OrderItemEntity {
  id: string
  orderId: string
  productId: string
  productName: string
  quantity: number
  unitPrice: Prisma.Decimal
}
