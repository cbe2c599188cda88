import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common'
import { CreateReviewDto } from './dto/create-review.dto'
import { UpdateReviewStatusDto } from './dto/update-review-status.dto'
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

  @Patch(':id/status')
  updateStatus(@Param('id') id: string, @Body() dto: UpdateReviewStatusDto) {
    return this.reviews.updateStatus(id, dto)
  }
}
