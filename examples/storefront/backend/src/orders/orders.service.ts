import { Injectable } from '@nestjs/common'
import { Prisma } from '@prisma/client'
import { paginate } from '../common/paginated'
import { PrismaService } from '../prisma/prisma.service'
import { StockService } from '../products/stock.service'
import { CreateOrderDto } from './dto/create-order.dto'
import { ListOrdersQuery } from './dto/list-orders.query'
import { UpdateOrderDto } from './dto/update-order.dto'
import { OrderEntity } from './entities/order.entity'

const SHIPPING_FEE = new Prisma.Decimal('4.90')

@Injectable()
export class OrdersService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly stock: StockService,
  ) {}

  async findAll({ page, limit, customerId, status }: ListOrdersQuery) {
    const where = { customerId, status }
    const [orders, total] = await Promise.all([
      this.prisma.order.findMany({ where, orderBy: { placedAt: 'desc' }, skip: (page - 1) * limit, take: limit }),
      this.prisma.order.count({ where }),
    ])
    return paginate(orders, total, page, limit)
  }

  findOne(id: string): Promise<OrderEntity> {
    return this.prisma.order.findUniqueOrThrow({
      where: { id },
      include: { items: true, payments: true, shippingAddress: true },
    })
  }

  async create({ items, ...dto }: CreateOrderDto) {
    const products = await this.prisma.product.findMany({ where: { id: { in: items.map((item) => item.productId) } } })
    const lines = items.map(({ productId, quantity }) => {
      const { name, price } = products.find((product) => product.id === productId)!
      return { productId, quantity, productName: name, unitPrice: price }
    })
    const subtotal = lines.reduce((sum, line) => sum.add(line.unitPrice.mul(line.quantity)), new Prisma.Decimal(0))
    const order = await this.prisma.order.create({
      data: {
        ...dto,
        orderNumber: nextOrderNumber(),
        subtotal,
        shippingFee: SHIPPING_FEE,
        total: subtotal.add(SHIPPING_FEE),
        items: { create: lines },
      },
    })
    await Promise.all(lines.map((line) => this.stock.move(line.productId, -line.quantity, 'SALE', order.orderNumber)))
    return order
  }

  update(id: string, dto: UpdateOrderDto) {
    return this.prisma.order.update({ where: { id }, data: dto })
  }
}

function nextOrderNumber(): string {
  return `SF-${new Date().getFullYear()}-${Date.now().toString(36).toUpperCase()}`
}
