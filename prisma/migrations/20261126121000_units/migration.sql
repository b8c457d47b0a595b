-- CreateTable
CREATE TABLE "unit" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "exponent" SMALLINT NOT NULL,
    "name_en" TEXT,
    "name_zh" TEXT,
    "symbol" TEXT,
    "pattern_en" TEXT,
    "pattern_zh" TEXT,
    "rank" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");
