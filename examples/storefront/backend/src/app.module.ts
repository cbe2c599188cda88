import { Module } from '@nestjs/common'
import { CustomersModule } from './customers/customers.module'
import { OrdersModule } from './orders/orders.module'
import { PaymentsModule } from './payments/payments.module'
import { PrismaModule } from './prisma/prisma.module'
import { ProductsModule } from './products/products.module'
import { ReviewsModule } from './reviews/reviews.module'
import { UsersModule } from './users/users.module'

@Module({
  imports: [PrismaModule, UsersModule, CustomersModule, ProductsModule, OrdersModule, ReviewsModule, PaymentsModule],
})
export class AppModule {}
