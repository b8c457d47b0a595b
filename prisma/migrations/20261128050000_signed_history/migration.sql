-- CreateTable
CREATE TABLE "history_leaf" (
    "version" INTEGER NOT NULL,
    "stamp" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "history_leaf_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "history_block" (
    "version" INTEGER NOT NULL,
    "block" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "series" int4multirange NOT NULL,
    "first_period" INTEGER NOT NULL,

    CONSTRAINT "history_block_pkey" PRIMARY KEY ("version","block")
);

-- CreateTable
CREATE TABLE "history_head" (
    "origin" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "root" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "history_head_pkey" PRIMARY KEY ("origin")
);
