-- Rule: Download by a script host
-- Id: 0b0c1c66-1d6c-4b8a-9b5a-7d4f3f2e1c22
-- Source: golden/process-command-line/rule.yaml
-- Fidelity: exact
WITH
"source_1" AS (
    SELECT coalesce("ActionType", '') AS "ActionType",
           coalesce("DeviceName", '') AS "DeviceName",
           coalesce("FileName", '') AS "FileName",
           coalesce("InitiatingProcessFileName", '') AS "InitiatingProcessFileName",
           coalesce("ProcessCommandLine", '') AS "ProcessCommandLine",
           "Timestamp"
    FROM "DeviceProcessEvents"
),
"where_2" AS (
    SELECT *
    FROM "source_1"
    WHERE "ActionType" = 'ProcessCreated'
),
"where_3" AS (
    SELECT *
    FROM "where_2"
    WHERE lower("FileName") IN ('powershell.exe', 'pwsh.exe') OR regexp_matches("ProcessCommandLine", '(?i)(^|[^\p{L}\p{N}])script($|[^\p{L}\p{N}])') AND regexp_matches("ProcessCommandLine", '(?i)(^|[^\p{L}\p{N}])host($|[^\p{L}\p{N}])')
),
"where_4" AS (
    SELECT *
    FROM "where_3"
    WHERE (regexp_matches("ProcessCommandLine", '(?i)(^|[^\p{L}\p{N}])DownloadString($|[^\p{L}\p{N}])') OR regexp_matches("ProcessCommandLine", '(?i)(^|[^\p{L}\p{N}])WebClient($|[^\p{L}\p{N}])'))
      AND NOT (lower("InitiatingProcessFileName") = 'updater.exe' OR contains(lower("ProcessCommandLine"), 'c:\tools\'))
),
"project_5" AS (
    SELECT "Timestamp",
           "DeviceName",
           "FileName",
           "ProcessCommandLine"
    FROM "where_4"
)
SELECT "Timestamp",
       "DeviceName",
       "FileName",
       "ProcessCommandLine"
FROM "project_5";
