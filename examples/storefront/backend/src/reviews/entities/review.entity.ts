import { ReviewStatus } from '@prisma/client'
import { CustomerEntity } from '../../customers/entities/customer.entity'

export class ReviewEntity {
  id: string
  productId: string
  authorId: string
  rating: number
  title: string | null
  body: string
  photos: string[]
  helpfulVotes?: number
  status: ReviewStatus
  createdAt: Date
  updatedAt: Date
  author?: CustomerEntity
}
