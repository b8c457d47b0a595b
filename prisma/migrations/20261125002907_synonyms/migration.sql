-- AlterTable
ALTER TABLE "metric" ADD COLUMN     "synonyms" TEXT[];

-- AlterTable
ALTER TABLE "category" ADD COLUMN     "synonyms" TEXT[];
