-- AlterTable
ALTER TABLE "metric" ADD COLUMN     "identity" TEXT;

-- What shipped before said so in code.
UPDATE "metric" SET "identity" = 'EXPORTS + IMPORTS'
WHERE "code" = 'TRADE' AND 2 = (SELECT count(*) FROM "metric" WHERE "code" IN ('EXPORTS', 'IMPORTS'));
UPDATE "metric" SET "identity" = 'EXPORTS - IMPORTS'
WHERE "code" = 'BALANCE' AND 2 = (SELECT count(*) FROM "metric" WHERE "code" IN ('EXPORTS', 'IMPORTS'));
