// The migrations of development versions, which the migration `replacement` replaces before the first release. The SQL of
// the first is not needed: a store that has not had it is empty.

export const replacement = '20261125190000_store'

export const earlierMigrations: readonly { readonly name: string; readonly checksum: string; readonly sql: string }[] =
  [
    {
      name: '20261124170754_store',
      checksum: '199ce44c8c9fb464b77d160c11cade6bef3c223dfd3fcdd6a164ad9954cfe556',
      sql: '',
    },
    {
      name: '20261124204212_import',
      checksum: 'a66bd85d97e5268f256164748995a2f58370001418a1b73b7b58dda51c940dc6',
      sql: `
      ALTER TABLE "finding" DROP CONSTRAINT "finding_release_id_fkey";
      ALTER TABLE "release" ADD COLUMN "sources" JSONB NOT NULL DEFAULT '[]';
      ALTER TABLE "confirmation" ADD COLUMN "source_rows" INTEGER[],
      ADD COLUMN "sources" SMALLINT[];
      ALTER TABLE "indicator" ADD COLUMN "source" SMALLINT,
      ADD COLUMN "source_row" INTEGER;
      ALTER TABLE "finding" ADD COLUMN "code" TEXT NOT NULL,
      ADD COLUMN "key" TEXT NOT NULL,
      ALTER COLUMN "release_id" DROP NOT NULL;
      CREATE UNIQUE INDEX "finding_code_kind_key_key" ON "finding"("code", "kind", "key");
      ALTER TABLE "finding" ADD CONSTRAINT "finding_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE SET NULL ON UPDATE CASCADE;`,
    },
    {
      name: '20261125002907_synonyms',
      checksum: '0298df7ebb29a510a8c7201ee0161a2bcf9d6a6dc223fe207f35f17bc6818f0d',
      sql: `
      ALTER TABLE "metric" ADD COLUMN "synonyms" TEXT[];
      ALTER TABLE "category" ADD COLUMN "synonyms" TEXT[];`,
    },
    {
      name: '20261125004414_reading',
      checksum: '38955e4f737585233fbef6f30496447647e92cf449d2deef533bd0b9c067a28d',
      sql: `
      ALTER TABLE "release" ADD COLUMN "reading" TEXT;`,
    },
    {
      name: '20261125010937_retracted_version',
      checksum: 'fb2ff7f553fdd9f93219cd4012c5e1b4f3a9352c3b2655501b96ccf477d828fb',
      sql: `
      ALTER TABLE "release" ADD COLUMN "retracted_version" INTEGER;
      UPDATE "release" SET "retracted_version" = (SELECT "version" FROM "store_state") WHERE "retracted_at" IS NOT NULL;
      ALTER TABLE "release" ADD CONSTRAINT "release_retracted_check" CHECK (("retracted_at" IS NULL) = ("retracted_version" IS NULL));`,
    },
    {
      name: '20261125164836_identity',
      checksum: '9de209df83e95f8991a4a1a321d84bb539334a7bc086bc86a7ba06cc7d58b860',
      sql: `
      ALTER TABLE "metric" ADD COLUMN "identity" TEXT;
      UPDATE "metric" SET "identity" = 'EXPORTS + IMPORTS'
      WHERE "code" = 'TRADE' AND 2 = (SELECT count(*) FROM "metric" WHERE "code" IN ('EXPORTS', 'IMPORTS'));
      UPDATE "metric" SET "identity" = 'EXPORTS - IMPORTS'
      WHERE "code" = 'BALANCE' AND 2 = (SELECT count(*) FROM "metric" WHERE "code" IN ('EXPORTS', 'IMPORTS'));`,
    },
  ]
