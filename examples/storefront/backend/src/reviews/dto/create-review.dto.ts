import { ArrayMaxSize, IsInt, IsOptional, IsString, IsUrl, Max, MaxLength, Min } from 'class-validator'

export class CreateReviewDto {
  @IsString()
  productId: string

  @IsString()
  authorId: string

  @IsInt()
  @Min(1)
  @Max(5)
  rating: number

  @IsOptional()
  @IsString()
  @MaxLength(80)
  title?: string

  @IsString()
  body: string

  @IsOptional()
  @IsUrl({}, { each: true })
  @ArrayMaxSize(5)
  photos?: string[]
}
