/** @prisma WishlistItem */
export interface WishlistEntry {
  id: string
  customerId: string
  productId: string
  addedAt: string
}
