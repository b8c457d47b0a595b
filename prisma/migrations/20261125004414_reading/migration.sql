-- AlterTable
ALTER TABLE "release" ADD COLUMN     "reading" TEXT;
