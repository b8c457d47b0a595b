-- A block has the place of its first line and the range of its periods, so that a proof reads one block. Blocks are made
-- again with their leaves, which are the same as before.
DELETE FROM "history_leaf";
DELETE FROM "history_block";

-- AlterTable
ALTER TABLE "history_block" ADD COLUMN "periods" int4range NOT NULL,
ADD COLUMN "first_source" SMALLINT NOT NULL,
ADD COLUMN "first_row" INTEGER NOT NULL;
