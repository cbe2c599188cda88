export type ProductStatus = 'DRAFT' | 'ACTIVE' | 'ARCHIVED'

export interface Product {
  id: string
  sku: string
  brand: string
  name: string
  slug: string
  description: string
  price: string
  currency: 'USD' | 'GBP'
  status: ProductStatus
  stock: number
  weightGrams: number | null
  tags: string
  attributes: Record<string, string>
  categoryId: string
  createdAt: string
  updatedAt: string
  category?: Category[]
  images?: ProductImage[]
}

export interface ProductImage {
  id: string
  productId: string
  src: string
  altText: string | null
  position: number
}

export interface Category {
  id: string
  name: string
  slug: string
  description: string | null
  parentId: string | null
}

export interface ProductSummary {
  id: string
  name: string
  slug: string
  price: string
  compareAtPrice: string
}

export interface ProductDetail extends Product {
  /** @computed */
  averageRating: number | null
  /** @computed */
  reviewCount: number
}

export interface ProductFilter {
  search?: string
  categoryId?: string
  status?: ProductStatus
  page?: number
  limit?: number
}
