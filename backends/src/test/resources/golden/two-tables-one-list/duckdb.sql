-- Rule: Connections to listed addresses
-- Id: 0d9a1a52-6f0c-4c58-9d1c-2b1c6f4a7e05
-- Source: golden/two-tables-one-list/rule.yaml
-- Fidelity: approximate
-- Note KX006 (exact, line 11, column 3): exact where all tables of the union exist in the target; KQL passes over those that do not exist
-- Note KX004 (approximate, line 14, column 59): KQL estimates the number of distinct values; it is exact here
-- Note KX004 (approximate, line 15, column 5): where several rows share the last place that is taken, KQL leaves open which of them is
WITH
"source_1" AS (
    SELECT coalesce("DeviceName", '') AS "DeviceName",
           coalesce("RemoteIP", '') AS "RemoteIP",
           "TimeGenerated"
    FROM "DeviceNetworkEvents"
),
"where_2" AS (
    SELECT *
    FROM "source_1"
    WHERE "RemoteIP" IN ('203.0.113.7', '198.51.100.9')
),
"project_3" AS (
    SELECT "TimeGenerated",
           "DeviceName",
           "RemoteIP" AS "Address"
    FROM "where_2"
),
"source_4" AS (
    SELECT coalesce("DestinationIP", '') AS "DestinationIP",
           "TimeGenerated"
    FROM "CommonSecurityLog"
),
"where_5" AS (
    SELECT *
    FROM "source_4"
    WHERE "DestinationIP" IN ('203.0.113.7', '198.51.100.9')
),
"project_6" AS (
    SELECT "TimeGenerated",
           "DestinationIP" AS "Address"
    FROM "where_5"
),
"union_7" AS (
    SELECT "TimeGenerated",
           "DeviceName",
           "Address"
    FROM "project_3"
    UNION ALL
    SELECT "TimeGenerated",
           '' AS "DeviceName",
           "Address"
    FROM "project_6"
),
"source_8" AS (
    SELECT coalesce("DeviceId", '') AS "DeviceId",
           coalesce("DeviceName", '') AS "DeviceName"
    FROM "DeviceInfo"
),
"summarize_9" AS (
    SELECT "DeviceName" AS "DeviceName",
           count(DISTINCT "DeviceId") AS "Users"
    FROM "source_8"
    GROUP BY 1
),
"join_10" AS (
    SELECT l."TimeGenerated" AS "TimeGenerated",
           l."DeviceName" AS "DeviceName",
           l."Address" AS "Address",
           r."Users" AS "Users"
    FROM "union_7" AS l LEFT JOIN "summarize_9" AS r ON l."DeviceName" = r."DeviceName"
),
"take_11" AS (
    SELECT *
    FROM "join_10"
    ORDER BY "TimeGenerated" DESC NULLS LAST
    LIMIT 10
)
SELECT "TimeGenerated",
       "DeviceName",
       "Address",
       "Users"
FROM "take_11"
ORDER BY "TimeGenerated" DESC NULLS LAST;
