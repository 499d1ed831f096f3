-- Rule: A file of a kind
-- Id: 0d9a1a52-6f0c-4c58-9d1c-2b1c6f4a7e03
-- Source: golden/pattern-with-separator/rule.yaml
-- Fidelity: wider
-- Note KX002 (wider, line 11, column 11): `.scr` begins or ends with a separator; what stands beside it is not checked
WITH
"source_1" AS (
    SELECT coalesce("FileName", '') AS "FileName",
           "TimeGenerated"
    FROM "DeviceFileEvents"
),
"where_2" AS (
    SELECT *
    FROM "source_1"
    WHERE regexp_matches("FileName", '(?i)\.scr($|[^\p{L}\p{N}])')
),
"project_3" AS (
    SELECT "TimeGenerated",
           "FileName"
    FROM "where_2"
)
SELECT "TimeGenerated",
       "FileName"
FROM "project_3";
