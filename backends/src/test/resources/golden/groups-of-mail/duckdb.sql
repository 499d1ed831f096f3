-- Rule: Mailboxes read by several addresses
-- Id: 7a1b6c8d-9e0f-4a5b-8c3d-4e5f6a7b8c88
-- Source: golden/groups-of-mail/rule.yaml
-- Fidelity: approximate
-- Note KX004 (approximate, line 13, column 42): KQL estimates the number of distinct values; it is exact here; rows are chosen by it, so that a row at the limit may come or go
WITH
"source_1" AS (
    SELECT coalesce("ClientIP", '') AS "ClientIP",
           coalesce("MailboxOwnerUPN", '') AS "MailboxOwnerUPN",
           coalesce("Operation", '') AS "Operation",
           coalesce("ResultStatus", '') AS "ResultStatus",
           "TimeGenerated"
    FROM "OfficeActivity"
),
"where_2" AS (
    SELECT *
    FROM "source_1"
    WHERE "Operation" = 'MailItemsAccessed'
      AND "ClientIP" <> ''
),
"summarize_3" AS (
    SELECT "MailboxOwnerUPN" AS "MailboxOwnerUPN",
           time_bucket(INTERVAL '7 days', "TimeGenerated", TIMESTAMP '0001-01-01 00:00:00') AS "Week",
           count(*) AS "Reads",
           count(DISTINCT "ClientIP") AS "Sources",
           min("TimeGenerated") AS "First",
           count(*) FILTER (WHERE "ResultStatus" <> 'Succeeded') AS "Failed"
    FROM "where_2"
    GROUP BY 1, 2
),
"where_4" AS (
    SELECT *
    FROM "summarize_3"
    WHERE "Sources" >= 3
)
SELECT "MailboxOwnerUPN",
       "Week",
       "Reads",
       "Sources",
       "First",
       "Failed"
FROM "where_4"
ORDER BY "Sources" DESC NULLS LAST, "MailboxOwnerUPN" ASC NULLS FIRST;
