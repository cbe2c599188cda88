import { Injectable } from '@nestjs/common'
import { plainToInstance } from 'class-transformer'
import { PrismaService } from '../prisma/prisma.service'
import { CreateAddressDto } from './dto/create-address.dto'
import { UpdateCustomerDto } from './dto/update-customer.dto'
import { CustomerEntity } from './entities/customer.entity'

@Injectable()
export class CustomersService {
  constructor(private readonly prisma: PrismaService) {}

  async findOne(id: string): Promise<CustomerEntity> {
    const customer = await this.prisma.customer.findUniqueOrThrow({ where: { id }, include: { addresses: true } })
    return plainToInstance(CustomerEntity, customer)
  }

  update(id: string, dto: UpdateCustomerDto) {
    return this.prisma.customer.update({ where: { id }, data: dto })
  }

  async addAddress(customerId: string, dto: CreateAddressDto) {
    if (dto.isDefault) {
      await this.prisma.address.updateMany({ where: { customerId }, data: { isDefault: false } })
    }
    return this.prisma.address.create({ data: { ...(dto as any), customerId } })
  }
}
