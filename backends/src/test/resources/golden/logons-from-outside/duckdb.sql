-- Rule: Logons from outside
-- Id: 8b2c7d9e-0f1a-4b6c-9d4e-5f6a7b8c9d99
-- Source: golden/logons-from-outside/rule.yaml
-- Fidelity: exact
-- Note KX006 (exact, line 15, column 11): exact where addresses are plain, without a network length or leading zeros
WITH
"source_1" AS (
    SELECT coalesce("Computer", '') AS "Computer",
           "EventID",
           coalesce("IpAddress", '') AS "IpAddress",
           "LogonType",
           coalesce("SubjectUserName", '') AS "SubjectUserName",
           coalesce("TargetUserName", '') AS "TargetUserName"
    FROM "SecurityEvent"
),
"where_2" AS (
    SELECT *
    FROM "source_1"
    WHERE "EventID" IN (4624, 4625)
      AND "LogonType" BETWEEN 3 AND 10
),
"where_3" AS (
    SELECT *
    FROM "where_2"
    WHERE CASE WHEN regexp_full_match("IpAddress", '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])') THEN TRY_CAST(split_part("IpAddress", '.', 1) AS BIGINT) * 16777216 + TRY_CAST(split_part("IpAddress", '.', 2) AS BIGINT) * 65536 + TRY_CAST(split_part("IpAddress", '.', 3) AS BIGINT) * 256 + TRY_CAST(split_part("IpAddress", '.', 4) AS BIGINT) * 1 BETWEEN 3405803776 AND 3405804031 END
      AND NOT (CASE WHEN regexp_full_match("IpAddress", '((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])') THEN regexp_matches("IpAddress", '^(10\.|192\.168\.|172\.(1[6-9]|2[0-9]|3[01])\.)') END)
),
"where_4" AS (
    SELECT *
    FROM "where_3"
    WHERE NOT (ends_with(lower("TargetUserName"), '$'))
      AND "SubjectUserName" <> "TargetUserName"
),
"distinct_5" AS (
    SELECT DISTINCT "Computer" AS "Computer",
           "TargetUserName" AS "TargetUserName"
    FROM "where_4"
)
SELECT "Computer",
       "TargetUserName"
FROM "distinct_5";
