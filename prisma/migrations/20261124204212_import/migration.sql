-- DropForeignKey
ALTER TABLE "finding" DROP CONSTRAINT "finding_release_id_fkey";

-- AlterTable
ALTER TABLE "release" ADD COLUMN     "sources" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "confirmation" ADD COLUMN     "source_rows" INTEGER[],
ADD COLUMN     "sources" SMALLINT[];

-- AlterTable
ALTER TABLE "indicator" ADD COLUMN     "source" SMALLINT,
ADD COLUMN     "source_row" INTEGER;

-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "code" TEXT NOT NULL,
ADD COLUMN     "key" TEXT NOT NULL,
ALTER COLUMN "release_id" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "finding_code_kind_key_key" ON "finding"("code", "kind", "key");

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE SET NULL ON UPDATE CASCADE;
