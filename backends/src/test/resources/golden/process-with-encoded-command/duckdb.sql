-- Rule: Encoded command line -- * / of a shell
-- Id: 0d9a1a52-6f0c-4c58-9d1c-2b1c6f4a7e02
-- Source: golden/process-with-encoded-command/rule.yaml
-- Fidelity: exact
WITH
"source_1" AS (
    SELECT coalesce("AccountName", '') AS "AccountName",
           coalesce("DeviceName", '') AS "DeviceName",
           coalesce("FileName", '') AS "FileName",
           coalesce("ProcessCommandLine", '') AS "ProcessCommandLine",
           "TimeGenerated"
    FROM "DeviceProcessEvents"
),
"where_2" AS (
    SELECT *
    FROM "source_1"
    WHERE lower("FileName") IN ('powershell.exe', 'pwsh.exe')
),
"where_3" AS (
    SELECT *
    FROM "where_2"
    WHERE (regexp_matches("ProcessCommandLine", '(?i)(^|[^\p{L}\p{N}])encodedcommand($|[^\p{L}\p{N}])') OR regexp_matches("ProcessCommandLine", '(?i)(^|[^\p{L}\p{N}])frombase64string($|[^\p{L}\p{N}])')) OR regexp_matches("ProcessCommandLine", '(?i)[\t-\r \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}]-e(nc?)?[\t-\r \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}]+[A-Za-z0-9+/=]{20,}')
),
"extend_4" AS (
    SELECT "AccountName",
           "DeviceName",
           "FileName",
           "ProcessCommandLine",
           "TimeGenerated",
           CASE WHEN ends_with(lower("AccountName"), '$') THEN 'no' ELSE 'yes' END AS "Interactive"
    FROM "where_3"
),
"project_5" AS (
    SELECT "TimeGenerated",
           "DeviceName",
           "AccountName",
           "Interactive",
           "ProcessCommandLine"
    FROM "extend_4"
)
SELECT "TimeGenerated",
       "DeviceName",
       "AccountName",
       "Interactive",
       "ProcessCommandLine"
FROM "project_5";
