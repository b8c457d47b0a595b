-- AlterTable
ALTER TABLE "release" ADD COLUMN     "retracted_version" INTEGER;

-- What is not known any more is taken to be the newest.
UPDATE "release" SET "retracted_version" = (SELECT "version" FROM "store_state") WHERE "retracted_at" IS NOT NULL;
ALTER TABLE "release" ADD CONSTRAINT "release_retracted_check" CHECK (("retracted_at" IS NULL) = ("retracted_version" IS NULL));
