import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { CreateOrderDto } from './dto/create-order.dto'
import { ListOrdersQuery } from './dto/list-orders.query'
import { UpdateOrderDto } from './dto/update-order.dto'
import { OrdersService } from './orders.service'

@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Get()
  findAll(@Query() query: ListOrdersQuery) {
    return this.orders.findAll(query)
  }

  @Get(':id')
  findOne(@Param('id') id: string) {
    return this.orders.findOne(id)
  }

  @Post()
  create(@Body() dto: CreateOrderDto) {
    return this.orders.create(dto)
  }

  @Patch(':id')
  update(@Param('id') id: string, @Body() dto: UpdateOrderDto) {
    return this.orders.update(id, dto)
  }
}
