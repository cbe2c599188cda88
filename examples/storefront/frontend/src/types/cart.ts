import type { ProductSummary } from './product'

export interface CartLine {
  product: ProductSummary
  quantity: number
}

export interface CartState {
  lines: CartLine[]
  couponCode: string | null
}
