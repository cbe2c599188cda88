import { Injectable } from '@nestjs/common'
import { Prisma } from '@prisma/client'
import { paginate } from '../common/paginated'
import { PrismaService } from '../prisma/prisma.service'
import { CreateProductDto } from './dto/create-product.dto'
import { QueryProductsDto } from './dto/query-products.dto'
import { UpdateProductDto } from './dto/update-product.dto'
import { CategoryEntity } from './entities/category.entity'
import { ProductEntity } from './entities/product.entity'

@Injectable()
export class ProductsService {
  constructor(private readonly prisma: PrismaService) {}

  async findAll({ page, limit, search, categoryId, status, minPrice, maxPrice }: QueryProductsDto) {
    const where: Prisma.ProductWhereInput = {
      deletedAt: null,
      categoryId,
      status: status ?? 'ACTIVE',
      price: { gte: minPrice, lte: maxPrice },
      ...(search && { name: { contains: search, mode: 'insensitive' } }),
    }
    const [products, total] = await Promise.all([
      this.prisma.product.findMany({
        where,
        include: { images: { orderBy: { position: 'asc' } }, category: true },
        skip: (page - 1) * limit,
        take: limit,
      }),
      this.prisma.product.count({ where }),
    ])
    return paginate(products, total, page, limit)
  }

  findBySlug(slug: string): Promise<ProductEntity> {
    return this.prisma.product.findFirstOrThrow({
      where: { slug, deletedAt: null },
      include: { images: true, category: true, reviews: { where: { status: 'APPROVED' } } },
    })
  }

  create(dto: CreateProductDto) {
    return this.prisma.product.create({ data: { ...dto, slug: slugify(dto.name) } })
  }

  update(id: string, dto: UpdateProductDto) {
    return this.prisma.product.update({ where: { id }, data: dto })
  }

  categories(): Promise<CategoryEntity[]> {
    return this.prisma.category.findMany({ orderBy: { name: 'asc' } })
  }
}

function slugify(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
