import { Injectable } from '@nestjs/common'
import { PrismaService } from '../prisma/prisma.service'
import { CreateReviewDto } from './dto/create-review.dto'
import { ModerateReviewDto } from './dto/moderate-review.dto'

@Injectable()
export class ReviewsService {
  constructor(private readonly prisma: PrismaService) {}

  pending() {
    return this.prisma.review.findMany({
      where: { status: 'PENDING' },
      include: { author: true, product: { select: { id: true, name: true, slug: true } } },
      orderBy: { createdAt: 'asc' },
    })
  }

  create(dto: CreateReviewDto) {
    return this.prisma.review.create({ data: dto })
  }

  moderate(id: string, { status }: ModerateReviewDto) {
    return this.prisma.review.update({ where: { id }, data: { status } })
  }
}
