import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common'
import { CreateReviewDto } from './dto/create-review.dto'
import { ModerateReviewDto } from './dto/moderate-review.dto'
import { ReviewEntity } from './entities/review.entity'
import { ReviewsService } from './reviews.service'

@Controller('reviews')
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Get('pending')
  pending(): Promise<ReviewEntity[]> {
    return this.reviews.pending()
  }

  @Post()
  create(@Body() dto: CreateReviewDto) {
    return this.reviews.create(dto)
  }

  @Patch(':id/moderate')
  moderate(@Param('id') id: string, @Body() dto: ModerateReviewDto) {
    return this.reviews.moderate(id, dto)
  }
}
