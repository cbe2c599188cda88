import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common'
import { CustomersService } from './customers.service'
import { CreateAddressDto } from './dto/create-address.dto'
import { UpdateCustomerDto } from './dto/update-customer.dto'
import { AddressEntity } from './entities/address.entity'
import { CustomerEntity } from './entities/customer.entity'

@Controller('customers')
export class CustomersController {
  constructor(private readonly customers: CustomersService) {}

  @Get(':id')
  findOne(@Param('id') id: string): Promise<CustomerEntity> {
    return this.customers.findOne(id)
  }

  @Patch(':id')
  update(@Param('id') id: string, @Body() dto: UpdateCustomerDto) {
    return this.customers.update(id, dto)
  }

  @Post(':id/addresses')
  addAddress(@Param('id') id: string, @Body() dto: CreateAddressDto): Promise<AddressEntity> {
    return this.customers.addAddress(id, dto)
  }
}
