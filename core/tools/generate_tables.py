"""Writes the built-in table schemas from a JSON file {"Table": {"Column": "type"}} and a table of their sources, whose
columns `table` and `xdr` say which of them are tables of Defender.

    python3 core/tools/generate_tables.py SCHEMAS.json SOURCES.tsv YYYY-MM

The format is described in the header that this program writes.
"""

import csv
import json
import pathlib
import sys

TARGET = pathlib.Path(__file__).parents[1] / "src/main/resources/dev/kqlift/catalog/tables.tsv"

LETTERS = {
    "string": "",
    "bool": ":b",
    "datetime": ":d",
    "decimal": ":m",
    "dynamic": ":y",
    "guid": ":g",
    "int": ":i",
    "long": ":l",
    "real": ":r",
    "timespan": ":t",
}

# Fixed, so that a table that comes or goes never changes the lines of the others.
SHORT = {
    "B": ("_BilledSize", "real"),
    "C": ("Computer", "string"),
    "F": ("_IsBillable", "string"),
    "G": ("TimeGenerated", "datetime"),
    "I": ("_ItemId", "string"),
    "K": ("Category", "string"),
    "M": ("ManagementGroupName", "string"),
    "N": ("OperationName", "string"),
    "O": ("CorrelationId", "string"),
    "R": ("_ResourceId", "string"),
    "S": ("SourceSystem", "string"),
    "T": ("TenantId", "string"),
    "U": ("_SubscriptionId", "string"),
    "V": ("_TimeReceived", "datetime"),
    "Y": ("Type", "string"),
}

HEADER = """\
# The tables of Microsoft Sentinel, Azure Monitor and Defender XDR, as of {date}.
# source\tpublic documentation of Azure Monitor and Defender tables, and of the connectors that fill them
# date\t{date}
# defender\t{defender}
#
# Written by core/tools/generate_tables.py; not edited by hand.
# A line is a table: its name, a tab, its columns in order with commas between them. Lines are sorted by name, bytewise.
# A column is its name and the letter of its type (none: string, b bool, d datetime, m decimal, y dynamic, g guid,
# i int, l long, r real, t timespan), or one of the short forms that the lines with @ define.
# The line `defender` names the tables of Defender, which have no TimeGenerated outside of Sentinel.
"""


def column(name, kind):
    if any(sign in name for sign in "\t\n\r,:") or name.startswith(("@", "#")) or not name:
        raise SystemExit(f"column name needs escaping: {name!r}")
    return name + LETTERS[kind]


def defender_tables(sources, tables):
    with open(sources, encoding="utf-8", newline="") as lines:
        named = [row["table"] for row in csv.DictReader(lines, delimiter="\t") if row["xdr"] == "yes"]
    return ",".join(sorted(name for name in named if name in tables))


def main(schemas, sources, date):
    tables = json.loads(pathlib.Path(schemas).read_text(encoding="utf-8"))
    short = {value: "@" + letter for letter, value in SHORT.items()}
    lines = [f"{key}\t{column(*SHORT[key[1]])}" for key in sorted(short.values())]
    for name in sorted(tables, key=lambda table: table.encode()):
        if not name.replace("_", "a").isalnum() or not name.isascii():
            raise SystemExit(f"table name needs escaping: {name!r}")
        columns = [short.get(entry) or column(*entry) for entry in tables[name].items()]
        lines.append(name + "\t" + ",".join(columns))
    header = HEADER.format(date=date, defender=defender_tables(sources, tables))
    TARGET.write_text(header + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
