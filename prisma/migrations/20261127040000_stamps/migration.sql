-- AlterTable
ALTER TABLE "store_state" ADD COLUMN     "stamp" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "store_version" (
    "version" INTEGER NOT NULL,
    "stamp" UUID NOT NULL DEFAULT gen_random_uuid(),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "store_version_pkey" PRIMARY KEY ("version")
);

-- The times of earlier versions are those of their releases, or unknown and then that of this migration.
INSERT INTO "store_version" ("version", "created_at")
SELECT v, coalesce((SELECT max(coalesce(CASE WHEN "retracted_version" = v THEN "retracted_at" END, "imported_at"))
  FROM "release" WHERE v IN ("version", "retracted_version")), CURRENT_TIMESTAMP)
FROM "store_state", generate_series(0, "store_state"."version") AS v;
UPDATE "store_state" SET "stamp" = v."stamp" FROM "store_version" v WHERE v."version" = "store_state"."version";
