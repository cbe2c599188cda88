import { Injectable } from '@nestjs/common'
import { plainToInstance } from 'class-transformer'
import { PrismaService } from '../prisma/prisma.service'
import { CreateReviewDto } from './dto/create-review.dto'
import { UpdateReviewStatusDto } from './dto/update-review-status.dto'
import { ReviewEntity } from './entities/review.entity'

@Injectable()
export class ReviewsService {
  constructor(private readonly prisma: PrismaService) {}

  async pending(): Promise<ReviewEntity[]> {
    const reviews = await this.prisma.review.findMany({
      where: { status: 'PENDING' },
      include: { author: true, product: { select: { id: true, name: true, slug: true } } },
      orderBy: { createdAt: 'asc' },
    })
    return plainToInstance(ReviewEntity, reviews)
  }

  create(dto: CreateReviewDto) {
    return this.prisma.review.create({ data: dto })
  }

  updateStatus(id: string, { status }: UpdateReviewStatusDto) {
    return this.prisma.review.update({ where: { id }, data: { status } })
  }
}
