export type StockReason = 'PURCHASE' | 'SALE' | 'RETURN' | 'CORRECTION'

export interface StockMovement {
  id: string
  productId: string
  quantity: number
  reason: StockReason
  note: string | null
  createdAt: string
}
