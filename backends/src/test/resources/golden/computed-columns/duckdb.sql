-- Rule: Columns made of columns
-- Id: 4c8d3e5f-6a7b-4c2d-9e0f-1a2b3c4d5e55
-- Source: golden/computed-columns/rule.yaml
-- Fidelity: approximate
-- Note KX006 (exact, line 12, column 21): exact where the value is a text, a whole number, a bool or missing; arrays, bags and real numbers may be written in another way
-- Note KX004 (approximate, line 17, column 5): where several rows share the last place that is taken, KQL leaves open which of them is
WITH
"source_1" AS (
    SELECT coalesce("IPAddress", '') AS "IPAddress",
           "TimeGenerated",
           coalesce("UserPrincipalName", '') AS "UserPrincipalName"
    FROM "SigninLogs"
),
"extend_2" AS (
    SELECT "IPAddress",
           "TimeGenerated",
           "UserPrincipalName",
           lower("UserPrincipalName") AS "Account"
    FROM "source_1"
),
"extend_3" AS (
    SELECT "IPAddress",
           "TimeGenerated",
           "UserPrincipalName",
           "Account",
           coalesce(json_extract_string(to_json(string_split("Account", '@')), '$[1]'), '') AS "Domain",
           date_trunc('day', "TimeGenerated") AS "Day"
    FROM "extend_2"
),
"extend_4" AS (
    SELECT "IPAddress",
           "TimeGenerated",
           "UserPrincipalName",
           "Account",
           "Domain",
           "Day",
           CASE WHEN "Domain" = 'example.com' THEN 'own' ELSE 'other' END AS "Kind",
           concat("Account", '/', "Domain") AS "Label"
    FROM "extend_3"
),
"where_5" AS (
    SELECT *
    FROM "extend_4"
    WHERE "Account" = 'root@example.com'
      AND "Kind" = 'other'
),
"project_away_6" AS (
    SELECT "IPAddress",
           "TimeGenerated",
           "UserPrincipalName",
           "Account",
           "Domain",
           "Kind",
           "Label"
    FROM "where_5"
),
"project_7" AS (
    SELECT "Label",
           "Kind",
           "IPAddress"
    FROM "project_away_6"
),
"take_8" AS (
    SELECT *
    FROM "project_7"
    ORDER BY "Label" ASC NULLS FIRST
    LIMIT 5
)
SELECT "Label",
       "Kind",
       "IPAddress"
FROM "take_8"
ORDER BY "Label" ASC NULLS FIRST;
