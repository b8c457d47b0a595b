-- Migration: 20261124170754_store
-- CreateEnum
CREATE TYPE "frequency" AS ENUM ('ANNUAL', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY', 'YEAR_TO_DATE');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('EXACT', 'OVER', 'UNDER', 'ABOUT');

-- CreateEnum
CREATE TYPE "observation_status" AS ENUM ('NORMAL', 'PRELIMINARY', 'FINAL', 'REVISED', 'ESTIMATED', 'BREAK', 'NIL', 'NOT_APPLICABLE', 'MISSING', 'CONFIDENTIAL');

-- CreateEnum
CREATE TYPE "release_stage" AS ENUM ('FLASH', 'MONTHLY', 'REVISED', 'YEARBOOK');

-- CreateEnum
CREATE TYPE "additivity" AS ENUM ('FLOW', 'STOCK', 'RATIO');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('INFO', 'WARNING', 'ERROR');

-- CreateEnum
CREATE TYPE "finding_kind" AS ENUM ('TOTAL_MISMATCH', 'PARTS_EXCEED_WHOLE', 'SHARE_MISMATCH', 'GROWTH_MISMATCH', 'BASE_REVISED', 'YEAR_TO_DATE_MISMATCH', 'REVISION_SUSPECT', 'UNIT_SUSPECT', 'DUPLICATE', 'UNKNOWN_CODE', 'UNREADABLE_CELL');

-- CreateTable
CREATE TABLE "metric" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name_en" TEXT,
    "name_zh" TEXT,
    "description" TEXT,
    "additivity" "additivity" NOT NULL,
    "rank" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "metric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dimension" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name_en" TEXT,
    "name_zh" TEXT,
    "description" TEXT,
    "rank" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "dimension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" SERIAL NOT NULL,
    "dimension_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "parent_id" INTEGER,
    "name_en" TEXT,
    "name_zh" TEXT,
    "description" TEXT,
    "is_aggregate" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER,
    "rank" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_member" (
    "group_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("group_id","member_id")
);

-- CreateTable
CREATE TABLE "breakdown" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "dimensions" INTEGER[],

    CONSTRAINT "breakdown_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "metric_id" INTEGER NOT NULL,
    "breakdown_id" INTEGER NOT NULL,
    "category_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "frequency" "frequency" NOT NULL,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_category" (
    "series_id" INTEGER NOT NULL,
    "category_id" INTEGER NOT NULL,

    CONSTRAINT "series_category_pkey" PRIMARY KEY ("series_id","category_id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_offset" SMALLINT NOT NULL,
    "stage" "release_stage" NOT NULL,
    "url" TEXT,
    "note" TEXT,
    "sha256" TEXT,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL,
    "retracted_at" TIMESTAMPTZ(3),
    "retraction_reason" TEXT,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmation" (
    "release_id" INTEGER NOT NULL,
    "confirmed_id" INTEGER NOT NULL,
    "period" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "series" int4multirange NOT NULL,

    CONSTRAINT "confirmation_pkey" PRIMARY KEY ("release_id","period","chunk","confirmed_id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "series_id" INTEGER NOT NULL,
    "period" INTEGER NOT NULL,
    "release_id" INTEGER NOT NULL,
    "metric_id" INTEGER NOT NULL,
    "breakdown_id" INTEGER NOT NULL,
    "category_id" INTEGER NOT NULL,
    "frequency" "frequency" NOT NULL,
    "unit" TEXT NOT NULL,
    "value" DECIMAL,
    "scale" SMALLINT,
    "qualifier" "qualifier" NOT NULL,
    "status" "observation_status" NOT NULL,
    "yoy" DECIMAL,
    "share" DECIMAL,
    "share_metric_id" INTEGER,
    "share_category_id" INTEGER,
    "share_change" DECIMAL,
    "extra" JSONB,
    "known_from" TIMESTAMPTZ(3) NOT NULL,
    "known_to" TIMESTAMPTZ(3),

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("series_id","period","release_id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" SERIAL NOT NULL,
    "release_id" INTEGER NOT NULL,
    "kind" "finding_kind" NOT NULL,
    "severity" "severity" NOT NULL,
    "message" TEXT NOT NULL,
    "low" DECIMAL,
    "high" DECIMAL,
    "low_inclusive" BOOLEAN NOT NULL DEFAULT false,
    "high_inclusive" BOOLEAN NOT NULL DEFAULT false,
    "reported" DECIMAL,
    "unit" TEXT,
    "found" TEXT,
    "file" TEXT,
    "row" INTEGER,
    "column" TEXT,
    "indicators" JSONB NOT NULL,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 0,
    "indicators" INTEGER NOT NULL DEFAULT 0,
    "series" INTEGER NOT NULL DEFAULT 0,
    "seeding" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "store_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "metric_code_key" ON "metric"("code");

-- CreateIndex
CREATE UNIQUE INDEX "dimension_code_key" ON "dimension"("code");

-- CreateIndex
CREATE INDEX "category_parent_id_idx" ON "category"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "category_dimension_id_code_key" ON "category"("dimension_id", "code");

-- CreateIndex
CREATE INDEX "group_member_member_id_idx" ON "group_member"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "breakdown_key_key" ON "breakdown"("key");

-- CreateIndex
CREATE UNIQUE INDEX "series_key_key" ON "series"("key");

-- CreateIndex
CREATE INDEX "series_metric_id_breakdown_id_idx" ON "series"("metric_id", "breakdown_id");

-- CreateIndex
CREATE INDEX "series_category_category_id_series_id_idx" ON "series_category"("category_id", "series_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_code_key" ON "release"("code");

-- CreateIndex
CREATE INDEX "release_published_at_code_idx" ON "release"("published_at", "code");

-- CreateIndex
CREATE INDEX "confirmation_confirmed_id_period_chunk_idx" ON "confirmation"("confirmed_id", "period", "chunk");

-- CreateIndex
CREATE INDEX "indicator_release_id_idx" ON "indicator"("release_id");

-- CreateIndex
CREATE INDEX "finding_release_id_severity_idx" ON "finding"("release_id", "severity");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_dimension_id_fkey" FOREIGN KEY ("dimension_id") REFERENCES "dimension"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_breakdown_id_fkey" FOREIGN KEY ("breakdown_id") REFERENCES "breakdown"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_category" ADD CONSTRAINT "series_category_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_category" ADD CONSTRAINT "series_category_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_confirmed_id_fkey" FOREIGN KEY ("confirmed_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's language cannot say.

-- The one current version of each figure; pages of a metric in order of value; pages by category.
CREATE UNIQUE INDEX "indicator_current_category_idx" ON "indicator"("category_id", "metric_id", "period", "series_id") WHERE "known_to" IS NULL;
CREATE INDEX "indicator_current_value_idx" ON "indicator"("metric_id", "breakdown_id", "period", "value" DESC NULLS LAST, "series_id" DESC) INCLUDE ("category_id") WHERE "known_to" IS NULL;

-- The same for what was known once.
CREATE INDEX "indicator_past_category_idx" ON "indicator"("category_id", "metric_id", "period", "series_id") INCLUDE ("known_from", "known_to") WHERE "known_to" IS NOT NULL;
CREATE INDEX "indicator_past_value_idx" ON "indicator"("metric_id", "breakdown_id", "period", "value" DESC NULLS LAST, "series_id" DESC) INCLUDE ("category_id", "known_from", "known_to") WHERE "known_to" IS NOT NULL;

-- A level has its digits, and only a level; a share that has a base has the whole of it.
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_value_check" CHECK (("value" IS NULL) = ("scale" IS NULL));
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_share_check" CHECK (("share_metric_id" IS NULL) = ("share_category_id" IS NULL));
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_known_check" CHECK ("known_to" >= "known_from");
ALTER TABLE "category" ADD CONSTRAINT "category_parent_check" CHECK ("parent_id" <> "id");
ALTER TABLE "store_state" ADD CONSTRAINT "store_state_single_check" CHECK ("id" = 1);

INSERT INTO "store_state" ("id") VALUES (1);
-- Migration: 20261124204212_import
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
-- Migration: 20261125002907_synonyms
-- AlterTable
ALTER TABLE "metric" ADD COLUMN     "synonyms" TEXT[];

-- AlterTable
ALTER TABLE "category" ADD COLUMN     "synonyms" TEXT[];
-- Migration: 20261125004414_reading
-- AlterTable
ALTER TABLE "release" ADD COLUMN     "reading" TEXT;
-- Migration: 20261125010937_retracted_version
-- AlterTable
ALTER TABLE "release" ADD COLUMN     "retracted_version" INTEGER;

-- What is not known any more is taken to be the newest.
UPDATE "release" SET "retracted_version" = (SELECT "version" FROM "store_state") WHERE "retracted_at" IS NOT NULL;
ALTER TABLE "release" ADD CONSTRAINT "release_retracted_check" CHECK (("retracted_at" IS NULL) = ("retracted_version" IS NULL));
-- Migration: 20261125164836_identity
-- AlterTable
ALTER TABLE "metric" ADD COLUMN     "identity" TEXT;

-- What shipped before said so in code.
UPDATE "metric" SET "identity" = 'EXPORTS + IMPORTS'
WHERE "code" = 'TRADE' AND 2 = (SELECT count(*) FROM "metric" WHERE "code" IN ('EXPORTS', 'IMPORTS'));
UPDATE "metric" SET "identity" = 'EXPORTS - IMPORTS'
WHERE "code" = 'BALANCE' AND 2 = (SELECT count(*) FROM "metric" WHERE "code" IN ('EXPORTS', 'IMPORTS'));
