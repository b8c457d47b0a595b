-- CreateTable
CREATE TABLE "indicator_count" (
    "metric_id" INTEGER NOT NULL,
    "breakdown_id" INTEGER NOT NULL,
    "frequency" "frequency" NOT NULL,
    "period" INTEGER NOT NULL,
    "figures" BIGINT NOT NULL,
    "vintages" BIGINT NOT NULL,
    "from_version" INTEGER NOT NULL,
    "to_version" INTEGER,

    CONSTRAINT "indicator_count_pkey" PRIMARY KEY ("metric_id","breakdown_id","frequency","period","from_version")
);

-- CreateTable
CREATE TABLE "release_count" (
    "release_id" INTEGER NOT NULL,
    "vintages" BIGINT NOT NULL,
    "from_version" INTEGER NOT NULL,
    "to_version" INTEGER,

    CONSTRAINT "release_count_pkey" PRIMARY KEY ("release_id","from_version")
);

-- CreateTable
CREATE TABLE "series_count" (
    "metric_id" INTEGER NOT NULL,
    "breakdown_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "series" INTEGER NOT NULL,
    "from_version" INTEGER NOT NULL,

    CONSTRAINT "series_count_pkey" PRIMARY KEY ("metric_id","breakdown_id","measure","from_version")
);

-- Written by hand: the counts of all versions that can be read.
ALTER TABLE "indicator_count" ADD CONSTRAINT "indicator_count_version_check" CHECK ("to_version" > "from_version");
ALTER TABLE "release_count" ADD CONSTRAINT "release_count_version_check" CHECK ("to_version" > "from_version");

CREATE TEMP TABLE "counted" ON COMMIT DROP AS
SELECT "metric_id", "breakdown_id", "frequency", "period", "release_id", "version",
  sum("sign") FILTER (WHERE "known_to" IS NULL) AS "figures", sum("sign") AS "vintages"
FROM (
  SELECT i.*, "from_version" AS "version", 1 AS "sign" FROM "indicator" i
  UNION ALL SELECT i.*, "to_version", -1 FROM "indicator" i WHERE "to_version" IS NOT NULL
) row GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO "indicator_count" ("metric_id", "breakdown_id", "frequency", "period", "figures", "vintages", "from_version", "to_version")
SELECT "metric_id", "breakdown_id", "frequency", "period", sum("figures") OVER w, sum("vintages") OVER w, "version", lead("version") OVER w
FROM (
  SELECT "metric_id", "breakdown_id", "frequency", "period", "version", coalesce(sum("figures"), 0) AS "figures", sum("vintages") AS "vintages"
  FROM "counted" GROUP BY 1, 2, 3, 4, 5 HAVING coalesce(sum("figures"), 0) <> 0 OR sum("vintages") <> 0
) each WINDOW w AS (PARTITION BY "metric_id", "breakdown_id", "frequency", "period" ORDER BY "version");
INSERT INTO "release_count" ("release_id", "vintages", "from_version", "to_version")
SELECT "release_id", sum("vintages") OVER w, "version", lead("version") OVER w
FROM (SELECT "release_id", "version", sum("vintages") AS "vintages" FROM "counted" GROUP BY 1, 2 HAVING sum("vintages") <> 0) each
WINDOW w AS (PARTITION BY "release_id" ORDER BY "version");
DROP TABLE "counted";
INSERT INTO "series_count" ("metric_id", "breakdown_id", "measure", "series", "from_version")
SELECT "metric_id", "breakdown_id", "measure", count(*), "from_version" FROM "series" GROUP BY 1, 2, 3, 5;
ANALYZE "indicator_count", "release_count", "series_count";
