export class ProductImageEntity {
  id: string
  productId: string
  src: string
  altText: string | null
  position: number
}
