import { Module } from '@nestjs/common'
import { ProductsController } from './products.controller'
import { ProductsService } from './products.service'
import { StockService } from './stock.service'

@Module({
  controllers: [ProductsController],
  providers: [ProductsService, StockService],
  exports: [StockService],
})
export class ProductsModule {}
