-- Rule: Sign-in of a user not seen before
-- Id: 0d9a1a52-6f0c-4c58-9d1c-2b1c6f4a7e04
-- Source: golden/first-sign-in-of-new-users/rule.yaml
-- Fidelity: approximate
-- Note KX006 (exact, line 14, column 19): exact where the value is a text, a whole number, a bool or missing; arrays, bags and real numbers may be written in another way
-- Note KX004 (approximate, line 15, column 15): where rows of a group share the value by which the row is chosen, KQL leaves open which of them is returned
WITH
"source_1" AS (
    SELECT coalesce("IPAddress", '') AS "IPAddress",
           nullif(CAST("LocationDetails" AS JSON), 'null') AS "LocationDetails",
           "TimeGenerated",
           coalesce("UserPrincipalName", '') AS "UserPrincipalName"
    FROM "SigninLogs"
),
"where_2" AS (
    SELECT *
    FROM "source_1"
    WHERE "TimeGenerated" > (now() AT TIME ZONE 'UTC') - INTERVAL '1 days'
),
"source_3" AS (
    SELECT "TimeGenerated",
           coalesce("UserPrincipalName", '') AS "UserPrincipalName"
    FROM "SigninLogs"
),
"where_4" AS (
    SELECT *
    FROM "source_3"
    WHERE "TimeGenerated" BETWEEN (now() AT TIME ZONE 'UTC') - INTERVAL '14 days' AND (now() AT TIME ZONE 'UTC') - INTERVAL '1 days'
),
"distinct_5" AS (
    SELECT DISTINCT "UserPrincipalName" AS "UserPrincipalName"
    FROM "where_4"
),
"join_6" AS (
    SELECT l."IPAddress" AS "IPAddress",
           l."LocationDetails" AS "LocationDetails",
           l."TimeGenerated" AS "TimeGenerated",
           l."UserPrincipalName" AS "UserPrincipalName"
    FROM "where_2" AS l
    WHERE NOT EXISTS (SELECT 1 FROM "distinct_5" AS r WHERE l."UserPrincipalName" = r."UserPrincipalName")
),
"extend_7" AS (
    SELECT "IPAddress",
           "LocationDetails",
           "TimeGenerated",
           "UserPrincipalName",
           coalesce(json_extract_string("LocationDetails", '$."city"'), '') AS "City"
    FROM "join_6"
),
"summarize_8" AS (
    SELECT "UserPrincipalName" AS "UserPrincipalName",
           coalesce(arg_max({'f1': "TimeGenerated", 'f2': "City", 'f3': "IPAddress"}, "TimeGenerated"), any_value({'f1': "TimeGenerated", 'f2': "City", 'f3': "IPAddress"})) AS "row_1"
    FROM "extend_7"
    GROUP BY 1
),
"columns_9" AS (
    SELECT "UserPrincipalName",
           "row_1"['f1'] AS "TimeGenerated",
           coalesce("row_1"['f2'], '') AS "City",
           coalesce("row_1"['f3'], '') AS "IPAddress"
    FROM "summarize_8"
)
SELECT "UserPrincipalName",
       "TimeGenerated",
       "City",
       "IPAddress"
FROM "columns_9";
