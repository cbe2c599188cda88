-- Columns that were renamed keep their data.
ALTER TABLE "Customer" RENAME COLUMN "phoneNumber" TO "phone";
ALTER TABLE "Customer" RENAME COLUMN "birthday" TO "dateOfBirth";
ALTER TABLE "Address" RENAME COLUMN "zipCode" TO "postalCode";

-- AlterTable
ALTER TABLE "Customer" ALTER COLUMN "phone" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Address" ADD COLUMN     "country" CHAR(2) NOT NULL,
ALTER COLUMN "postalCode" SET DATA TYPE TEXT;
