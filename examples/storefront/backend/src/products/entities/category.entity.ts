export class CategoryEntity {
  id: string
  name: string
  slug: string
  description: string | null
  parentId: string | null
}
