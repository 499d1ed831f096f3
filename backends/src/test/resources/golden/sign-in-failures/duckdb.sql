-- Rule: Many failed sign-ins of one account
-- Id: 5d0c6f1e-8a0e-4a53-9d55-0c1f4f0b2a11
-- Source: golden/sign-in-failures/rule.yaml
-- Fidelity: exact
WITH
"source_1" AS (
    SELECT coalesce("AppDisplayName", '') AS "AppDisplayName",
           coalesce("ResultType", '') AS "ResultType",
           "TimeGenerated",
           coalesce("UserPrincipalName", '') AS "UserPrincipalName"
    FROM "SigninLogs"
),
"where_2" AS (
    SELECT *
    FROM "source_1"
    WHERE "TimeGenerated" > (now() AT TIME ZONE 'UTC') - INTERVAL '1 hours'
),
"where_3" AS (
    SELECT *
    FROM "where_2"
    WHERE "ResultType" IN ('50126', '50053')
      AND NOT (starts_with(lower("AppDisplayName"), 'internal'))
),
"summarize_4" AS (
    SELECT "UserPrincipalName" AS "UserPrincipalName",
           time_bucket(INTERVAL '10 minutes', "TimeGenerated", TIMESTAMP '0001-01-01 00:00:00') AS "TimeGenerated",
           count(*) AS "Failures"
    FROM "where_3"
    GROUP BY 1, 2
),
"where_5" AS (
    SELECT *
    FROM "summarize_4"
    WHERE "Failures" > 20
)
SELECT "UserPrincipalName",
       "TimeGenerated",
       "Failures"
FROM "where_5";
