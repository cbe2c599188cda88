-- AlterEnum
ALTER TYPE "OrderStatus" ADD VALUE 'RETURNED';

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "trackingCode" TEXT,
ALTER COLUMN "orderNumber" DROP DEFAULT,
ALTER COLUMN "orderNumber" SET DATA TYPE TEXT,
ALTER COLUMN "placedAt" SET NOT NULL,
ALTER COLUMN "placedAt" SET DEFAULT CURRENT_TIMESTAMP;
-- DropSequence
DROP SEQUENCE "Order_orderNumber_seq";
