"""Writes the ATT&CK data from a JSON file of tactics and techniques.

    python3 core/tools/generate_attack.py ATTACK.json YYYY-MM

The JSON has the lists tactics, techniques, ics_tactics, ics_techniques and pre_attack_retired of one version, and beside
its values those of the version before where they differ (tactics_v18, name_v18, added_in, revoked_in). The format of the
data is described in the headers that this program writes.
"""

import json
import pathlib
import re
import sys

TARGET = pathlib.Path(__file__).parents[1] / "src/main/resources/dev/kqlift/catalog"

# The version whose values are named by their year in the JSON, and the version that the JSON is of.
FORMER, CURRENT = "18.1", "19.1"

# Tactics of the former version that the current one splits or renames.
FORMER_TACTICS = {"TA0005": ("defense-evasion", "Defense Evasion"), "TA0112": None}

# What version 19 adds to the ICS matrix. A sub-technique has the tactics of its technique, and a technique that gathers
# revoked ones has theirs.
ICS_ADDED = {
    "T0843.001": "Download All",
    "T0843.002": "Online Edit",
    "T0843.003": "Program Append",
    "T0846.001": "Port Scan",
    "T0846.002": "Broadcast Discovery",
    "T0846.003": "Multicast Discovery",
    "T0873.001": "Siemens Project File Format",
    "T1691": "Block Operational Technology Message",
    "T1691.001": "Command Message",
    "T1691.002": "Reporting Message",
    "T1692": "Unauthorized Message",
    "T1692.001": "Command Message",
    "T1692.002": "Reporting Message",
    "T1693": "Modify Firmware",
    "T1693.001": "System Firmware",
    "T1693.002": "Module Firmware",
    "T1694": "Insecure Credentials",
    "T1694.001": "Default Credentials",
    "T1694.002": "Hardcoded Credentials",
    "T1695": "Block Communications",
    "T1695.001": "Serial COM",
    "T1695.002": "Ethernet",
    "T1695.003": "Wi-Fi",
}

LEGACY_WORDS = ["PreAttack"]

# Tactics of the ICS matrix that no word is named after, under the nearest one.
ICS_NEAREST = {"evasion": "DefenseEvasion"}

SOURCE = """\
# source\tMITRE ATT&CK: STIX release 18.1 (repository mitre/cti), release notes and matrices of version 19
# version\t{current}
# date\t{date}
#
# (c) The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.
# ATT&CK is a registered trademark of The MITRE Corporation.
#
# Written by core/tools/generate_attack.py; not edited by hand.
"""

TECHNIQUES = """\
# Techniques and sub-techniques of MITRE ATT&CK, versions {former} and {current}.
{source}\
# A line is a technique: id, matrix (enterprise, ics, pre), what it is in {current}, what it was in {former} (nothing: the
# same), name, name in {former} (nothing: the same). Lines are sorted by id, bytewise.
# What it is: A for active, D for deprecated, R for revoked with its successor's id, - for not there; then a colon and
# its tactics with commas between them, for what is retired those that it had last.
"""

TACTICS = """\
# Tactics of MITRE ATT&CK, versions {former} and {current}.
{source}\
# A line is a tactic: matrix, id, short name and name in {current}, short name and name in {former} (- for not there).
# Lines are in the order of the matrices.
"""

WORDS = """\
# The words for tactics that Microsoft Sentinel accepts in rules, and the tactics of ATT&CK that they stand for.
{source}\
# A line is a word: the word, the ids of its tactics in {current}, legacy for one that only older versions of the service
# accept.
"""


def state(technique, tactics, successor):
    if technique["revoked"]:
        letter = "R" + successor
    else:
        letter = "D" if technique["deprecated"] else "A"
    return letter + ":" + ",".join(tactics)


def enterprise(technique):
    added, revoked = technique.get("added_in"), technique.get("revoked_in")
    former_tactics = technique["tactics_v18"]
    now = state(technique, technique["tactics"] or former_tactics, technique.get("replacement"))
    if added:
        former = "-:"
    elif revoked:
        former = "A:" + ",".join(former_tactics)
    else:
        former = state(technique, former_tactics, technique.get("revoked_by"))
    return [technique["id"], "enterprise", now, former, technique["name"], technique.get("name_v18", technique["name"])]


def ics(technique):
    now = state(technique, technique["tactics"], technique.get("revoked_by"))
    former = "A:" + ",".join(technique["tactics"]) if technique.get("revoked_in") else now
    return [technique["id"], "ics", now, former, technique["name"], technique["name"]]


def ics_added(techniques):
    tactics = {technique["id"]: set(technique["tactics"]) for technique in techniques}
    for technique in techniques:
        parent = technique.get("revoked_by", "").split(".")[0]
        tactics.setdefault(parent, set()).update(technique["tactics"])
    for id, name in ICS_ADDED.items():
        yield [id, "ics", "A:" + ",".join(sorted(tactics[id.split(".")[0]])), "-:", name, name]


def technique_rows(data):
    rows = [enterprise(technique) for technique in data["techniques"]]
    rows += [ics(technique) for technique in data["ics_techniques"]]
    rows += ics_added(data["ics_techniques"])
    rows += [[old["id"], "pre", "D:", "D:", old["name"], old["name"]] for old in data["pre_attack_retired"]]
    rows.sort(key=lambda row: row[0].encode())
    check(rows)
    return [[a, b, now, "" if was == now else was, name, "" if old == name else old] for a, b, now, was, name, old in rows]


def check(rows):
    by_id = {row[0]: row for row in rows}
    if len(by_id) != len(rows):
        raise SystemExit("an id is there twice")
    for row in rows:
        if not re.fullmatch(r"T\d{4}(\.\d{3})?", row[0]):
            raise SystemExit(f"not an id: {row[0]}")
        successor = re.match(r"R([T.\d]+):", row[2])
        if successor and not by_id[successor.group(1)][2].startswith("A:"):
            raise SystemExit(f"the successor of {row[0]} is not active: {successor.group(1)}")
        if row[2] == "A:":
            raise SystemExit(f"no tactics: {row[0]}")


def display(short):
    return " ".join(word if word == "and" else word.capitalize() for word in short.split("-"))


def tactic_rows(data):
    for tactic in data["tactics"]:
        former = FORMER_TACTICS.get(tactic["id"], (tactic["short"], tactic["name"]))
        yield ["enterprise", tactic["id"], tactic["short"], tactic["name"], *(former or ("-", "-"))]
    for tactic in data["ics_tactics"]:
        name = display(tactic["short"])
        yield ["ics", tactic["id"], tactic["short"], name, tactic["short"], name]


def word_rows(data):
    """Each word with its tactics of both matrices: those of the ICS matrix have the same short names, but other ids."""
    short_of = {tactic["id"]: tactic["short"] for tactic in data["tactics"] + data["ics_tactics"]}
    for word, ids in data["sentinel_tactics"].items():
        shorts = [short_of[id] for id in ids]
        same = [
            tactic["id"]
            for tactic in data["ics_tactics"]
            if tactic["id"] not in ids and (tactic["short"] in shorts or ICS_NEAREST.get(tactic["short"]) == word)
        ]
        yield [word, ",".join(ids + same), "legacy" if word in LEGACY_WORDS else ""]


def write(name, header, rows, date):
    values = {"former": FORMER, "current": CURRENT, "date": date}
    text = header.format(source=SOURCE.format(**values), **values)
    for row in rows:
        if any("\t" in cell or "\n" in cell for cell in row):
            raise SystemExit(f"a cell needs escaping: {row!r}")
        text += "\t".join(row) + "\n"
    (TARGET / name).write_text(text, encoding="utf-8", newline="\n")


def main(source, date):
    data = json.loads(pathlib.Path(source).read_text(encoding="utf-8"))
    if data["attack_version"] != CURRENT:
        raise SystemExit(f"this program knows version {CURRENT}, not {data['attack_version']}")
    write("attack-techniques.tsv", TECHNIQUES, technique_rows(data), date)
    write("attack-tactics.tsv", TACTICS, tactic_rows(data), date)
    write("attack-sentinel.tsv", WORDS, word_rows(data), date)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
