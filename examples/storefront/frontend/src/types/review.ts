import type { Customer } from './customer'
import type { Product } from './product'

export type ReviewStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'FLAGGED'

export interface Review {
  id: string
  productId: string
  authorId: string
  rating: number
  title: string | null
  body: string
  photos: string[]
  status: ReviewStatus
  createdAt: Date
  updatedAt: string
  author?: Customer
  product?: Pick<Product, 'id' | 'name' | 'slug'>
}

export interface CreateReviewRequest {
  productId: string
  authorId: string
  rating: number
  title?: string
  body: string
  photo?: string
}

export interface UpdateReviewStatusRequest {
  // prisma-drift-disable-next-line enum-case-mismatch -- the moderators' tool sends lower case
  status: ReviewStatus
}
