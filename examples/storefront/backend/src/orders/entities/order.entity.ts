import { OrderStatus, Prisma } from '@prisma/client'
import { AddressEntity } from '../../customers/entities/address.entity'
import { PaymentEntity } from '../../payments/entities/payment.entity'
import { OrderItemEntity } from './order-item.entity'

export class OrderEntity {
  id: string
  orderNumber: string
  customerId: string
  shippingAddressId: string
  status: OrderStatus
  subtotal: Prisma.Decimal
  shippingFee: Prisma.Decimal
  total: Prisma.Decimal
  currency: string
  note: string | null
  trackingCode: string | null
  placedAt: Date
  paidAt: Date | null
  updatedAt: Date
  items?: OrderItemEntity[]
  payments?: PaymentEntity[]
  shippingAddress?: AddressEntity
}
