import { Prisma, ProductStatus } from '@prisma/client'
import { CategoryEntity } from './category.entity'
import { ProductImageEntity } from './product-image.entity'

export class ProductEntity {
  id: string
  sku: string
  name: string
  slug: string
  description: string
  price: Prisma.Decimal
  compareAtPrice: Prisma.Decimal | null
  currency: string
  status: ProductStatus
  stock: number
  weightGrams: number | null
  tags: string[]
  attributes: Prisma.JsonValue
  categoryId: string
  createdAt: Date
  updatedAt: Date
  category?: CategoryEntity
  images?: ProductImageEntity[]
}
