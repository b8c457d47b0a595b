-- CreateTable
CREATE TABLE "dataset" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name_en" TEXT,
    "name_zh" TEXT,
    "description_en" TEXT,
    "description_zh" TEXT,
    "agency" TEXT,
    "reporter" TEXT,
    "licence" TEXT,
    "homepage" TEXT,
    "calendar" JSONB NOT NULL DEFAULT '[]',
    "rank" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "dataset_code_key" ON "dataset"("code");

-- Written by hand: what a store held before it had datasets belongs to the one for which the code lists shipped.
INSERT INTO "dataset" ("code", "name_en", "name_zh", "agency", "reporter", "rank")
SELECT 'CN_TRADE', 'China''s foreign trade', '中国对外贸易', 'GACC', 'CN', 1
WHERE EXISTS (SELECT FROM "metric") OR EXISTS (SELECT FROM "release") OR EXISTS (SELECT FROM "breakdown");

-- DropIndex
DROP INDEX "breakdown_key_key";

-- AlterTable
ALTER TABLE "breakdown" ADD COLUMN "dataset_id" INTEGER;
UPDATE "breakdown" SET "dataset_id" = (SELECT "id" FROM "dataset");
ALTER TABLE "breakdown" ALTER COLUMN "dataset_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "release" ADD COLUMN "dataset_id" INTEGER;
UPDATE "release" SET "dataset_id" = (SELECT "id" FROM "dataset");
ALTER TABLE "release" ALTER COLUMN "dataset_id" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "breakdown_dataset_id_key_key" ON "breakdown"("dataset_id", "key");

-- AddForeignKey
ALTER TABLE "breakdown" ADD CONSTRAINT "breakdown_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The key of a series begins with its dataset, and findings name series by their keys.
UPDATE "series" SET "key" = 'CN_TRADE|' || "key";
UPDATE "finding" SET "key" = 'CN_TRADE|' || "key" WHERE "key" ~ '^[^| ]+\|[^| ]+\|[^| ]+\|[AHQMY] ';
UPDATE "finding" SET "indicators" = (
  SELECT jsonb_agg(jsonb_set(ref, '{series}', to_jsonb('CN_TRADE|' || (ref->>'series'))) ORDER BY place)
  FROM jsonb_array_elements("indicators") WITH ORDINALITY AS refs(ref, place))
WHERE jsonb_array_length("indicators") > 0;
