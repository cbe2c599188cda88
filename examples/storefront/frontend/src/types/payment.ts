export type PaymentMethod = 'CARD' | 'PAYPAL' | 'BANK_TRANSFER'
export type PaymentStatus = 'PENDING' | 'CAPTURED' | 'FAILED' | 'REFUNDED'

export interface Payment {
  id: string
  orderId: string
  method: PaymentMethod
  status: PaymentStatus
  amount: string
  currency: string
  reference: string | null
  metadata: PaymentMetadata | null
  capturedAt: string | null
  createdAt: string
}

export interface PaymentMetadata {
  cardBrand?: string
  lastFour?: string
}

export interface CreatePaymentRequest {
  orderId: string
  method: PaymentMethod
  amount: number
}
