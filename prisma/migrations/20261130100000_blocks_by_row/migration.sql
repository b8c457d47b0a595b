-- Lines that are signed are in the order of the rows of files, and have other cells than before: leaves are made again. A
-- history that was signed before does not continue; the server says so, and asks for another name.
DELETE FROM "history_leaf";
DELETE FROM "history_block";

-- AlterTable
ALTER TABLE "history_block" ADD COLUMN "lines" INTEGER NOT NULL,
ADD COLUMN "first_series" INTEGER NOT NULL;
