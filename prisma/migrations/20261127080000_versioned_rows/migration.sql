-- CreateTable
CREATE TABLE "code_version" (
    "list" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL DEFAULT 0,
    "rank" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "from_version" INTEGER NOT NULL,
    "to_version" INTEGER,

    CONSTRAINT "code_version_pkey" PRIMARY KEY ("list","id","member_id","from_version")
);

-- AlterTable
ALTER TABLE "store_state" ALTER COLUMN "indicators" SET DATA TYPE BIGINT,
ALTER COLUMN "series" SET DATA TYPE BIGINT;
ALTER TABLE "store_version" ADD COLUMN "indicators" BIGINT,
ADD COLUMN "series" BIGINT;

-- Written by hand. What the store holds is valid from its version on, which is the first that can be read from now on.
-- A column with a constant default is added without writing the rows again.
DO $$
DECLARE
  present int := (SELECT "version" FROM "store_state");
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['series', 'indicator', 'confirmation', 'finding'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN "from_version" INTEGER NOT NULL DEFAULT %s', name, present);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN "from_version" DROP DEFAULT', name);
  END LOOP;
END $$;
UPDATE "store_version" v SET "indicators" = s."indicators", "series" = s."series"
FROM "store_state" s WHERE v."version" = s."version";
INSERT INTO "code_version" ("list", "id", "member_id", "rank", "content", "from_version")
SELECT entry.*, s."version" FROM "store_state" s, (
  SELECT 'dataset', "id", 0, "rank", to_jsonb(t) FROM "dataset" t
  UNION ALL SELECT 'dimension', "id", 0, "rank", to_jsonb(t) FROM "dimension" t
  UNION ALL SELECT 'category', "id", 0, "rank", to_jsonb(t) FROM "category" t
  UNION ALL SELECT 'metric', "id", 0, "rank", to_jsonb(t) FROM "metric" t
  UNION ALL SELECT 'breakdown', "id", 0, 0, to_jsonb(t) FROM "breakdown" t
  UNION ALL SELECT 'unit', "id", 0, "rank", to_jsonb(t) FROM "unit" t
  UNION ALL SELECT 'group_member', "group_id", "member_id", 0, to_jsonb(t) FROM "group_member" t
) entry;
ANALYZE "code_version";

-- AlterTable
ALTER TABLE "indicator" ADD COLUMN "to_version" INTEGER,
DROP CONSTRAINT "indicator_pkey",
ADD CONSTRAINT "indicator_pkey" PRIMARY KEY ("series_id", "period", "release_id", "from_version");
ALTER TABLE "confirmation" ADD COLUMN "to_version" INTEGER,
DROP CONSTRAINT "confirmation_pkey",
ADD CONSTRAINT "confirmation_pkey" PRIMARY KEY ("release_id", "period", "chunk", "confirmed_id", "from_version");
ALTER TABLE "finding" ADD COLUMN "to_version" INTEGER;

-- DropIndex
DROP INDEX "finding_code_kind_key_key";

-- CreateIndex
CREATE UNIQUE INDEX "finding_code_kind_key_from_version_key" ON "finding"("code", "kind", "key", "from_version");

-- Written by hand: Prisma does not support partial and covering indexes, and checks.

-- The indexes of current and of superseded figures, as before, with the versions in which they are valid.
DROP INDEX "indicator_current_category_idx";
DROP INDEX "indicator_current_value_idx";
DROP INDEX "indicator_past_category_idx";
DROP INDEX "indicator_past_value_idx";
CREATE UNIQUE INDEX "indicator_current_category_idx" ON "indicator"("category_id", "metric_id", "period", "series_id", "from_version") INCLUDE ("to_version") WHERE "known_to" IS NULL;
CREATE INDEX "indicator_current_value_idx" ON "indicator"("metric_id", "breakdown_id", "period", "value" DESC NULLS LAST, "series_id" DESC) INCLUDE ("category_id", "from_version", "to_version") WHERE "known_to" IS NULL;
CREATE INDEX "indicator_past_category_idx" ON "indicator"("category_id", "metric_id", "period", "series_id") INCLUDE ("known_from", "known_to", "from_version", "to_version") WHERE "known_to" IS NOT NULL;
CREATE INDEX "indicator_past_value_idx" ON "indicator"("metric_id", "breakdown_id", "period", "value" DESC NULLS LAST, "series_id" DESC) INCLUDE ("category_id", "known_from", "known_to", "from_version", "to_version") WHERE "known_to" IS NOT NULL;

-- The rows by which two versions differ. Rows are appended version by version, so that ranges of blocks are enough for
-- the first.
CREATE INDEX "indicator_from_version_idx" ON "indicator" USING brin ("from_version") WITH (pages_per_range = 16);
CREATE INDEX "indicator_to_version_idx" ON "indicator"("to_version") WHERE "to_version" IS NOT NULL;

-- The order of metrics and categories at a version.
CREATE INDEX "code_version_category_idx" ON "code_version"("id") INCLUDE ("rank", "from_version", "to_version") WHERE "list" = 'category';

ALTER TABLE "indicator" ADD CONSTRAINT "indicator_version_check" CHECK ("to_version" > "from_version");
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_version_check" CHECK ("to_version" > "from_version");
ALTER TABLE "finding" ADD CONSTRAINT "finding_version_check" CHECK ("to_version" > "from_version");
ALTER TABLE "code_version" ADD CONSTRAINT "code_version_version_check" CHECK ("to_version" > "from_version");
