import { Injectable } from '@nestjs/common'
import { StockReason } from '@prisma/client'
import { PrismaService } from '../prisma/prisma.service'

@Injectable()
export class StockService {
  constructor(private readonly prisma: PrismaService) {}

  async move(productId: string, quantity: number, reason: StockReason, note?: string): Promise<void> {
    await this.prisma.$transaction([
      this.prisma.stockMovement.create({ data: { productId, quantity, reason, note } }),
      this.prisma.product.update({ where: { id: productId }, data: { stock: { increment: quantity } } }),
    ])
  }
}
