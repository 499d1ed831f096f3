-- Rule: Many failed sign-ins from one address
-- Id: 0d9a1a52-6f0c-4c58-9d1c-2b1c6f4a7e01
-- Source: golden/failed-signins-by-address/rule.yaml
-- Fidelity: exact
WITH
"source_1" AS (
    SELECT coalesce("AppDisplayName", '') AS "AppDisplayName",
           coalesce("IPAddress", '') AS "IPAddress",
           coalesce("ResultType", '') AS "ResultType",
           "TimeGenerated"
    FROM "SigninLogs"
),
"where_2" AS (
    SELECT *
    FROM "source_1"
    WHERE "TimeGenerated" > (now() AT TIME ZONE 'UTC') - INTERVAL '1 days'
),
"where_3" AS (
    SELECT *
    FROM "where_2"
    WHERE "ResultType" IN ('50126', '50053')
      AND NOT (regexp_matches("AppDisplayName", '(?i)(^|[^\p{L}\p{N}])test($|[^\p{L}\p{N}])'))
),
"summarize_4" AS (
    SELECT "IPAddress" AS "IPAddress",
           time_bucket(INTERVAL '1 hours', "TimeGenerated", TIMESTAMP '0001-01-01 00:00:00') AS "TimeGenerated",
           count(*) AS "Failures",
           min("TimeGenerated") AS "First",
           max("TimeGenerated") AS "Last"
    FROM "where_3"
    GROUP BY 1, 2
),
"where_5" AS (
    SELECT *
    FROM "summarize_4"
    WHERE "Failures" > 20
)
SELECT "IPAddress",
       "TimeGenerated",
       "Failures",
       "First",
       "Last"
FROM "where_5"
ORDER BY "Failures" DESC NULLS LAST;
