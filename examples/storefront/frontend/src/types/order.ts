import type { Address, Customer } from './customer'
import type { Payment } from './payment'

export enum OrderStatus {
  Pending = 'PENDING',
  Paid = 'PAID',
  Shipped = 'SHIPPED',
  Delivered = 'DELIVERED',
  Cancelled = 'CANCELLED',
}

export interface Order {
  id: string
  orderNumber: number
  customerId: string
  shippingAddressId: string
  status: OrderStatus
  subtotal: string
  shippingFee: string
  total: string
  currency: string
  note: string | null
  trackingCode: string
  placedAt: string | null
  paidAt: string | null
  updatedAt: string
  items?: OrderItem[]
  payments?: Payment[]
  shippingAddress?: Address
  customer?: Pick<Customer, 'id' | 'firstName' | 'lastName'>
}

export interface OrderItem {
  id: string
  orderId: string
  productId: string
  productName: string
  quantity: number
  unitPrice: number
  createdAt: string
}

export interface OrderSummary {
  id: string
  orderNumber: string
  status: OrderStatus
  total: string
  placedAt: string
  paidAt: string | null
}

export interface CreateOrderRequest {
  customerId: string
  shippingAddressId: string
  note?: string
  items: CreateOrderItem[]
}

export interface CreateOrderItem {
  productId: string
  quantity: number
}
