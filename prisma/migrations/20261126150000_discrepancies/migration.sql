-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "discrepancy" JSONB;
