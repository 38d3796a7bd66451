"""Bags and statements of provenance, judged by the tools of others."""

import json
import logging
import shutil
import subprocess
import sys
from pathlib import Path

import bagit
from google.protobuf import json_format
from in_toto_attestation.predicates.provenance.v1 import provenance_pb2
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.statement import Statement

from scenes import Stage, canonical, tree

logging.getLogger("bagit").setLevel(logging.CRITICAL)


def accepted(bag):
    """Whether the validator and `sha256sum` take the bag for sound."""
    try:
        valid = bagit.Bag(str(bag)).validate()
    except (bagit.BagError, UnicodeDecodeError):
        valid = False
    sums = [
        subprocess.run(["sha256sum", "--strict", "--quiet", "-c", name], cwd=bag, capture_output=True).returncode == 0
        for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt") if (bag / name).exists()]
    return valid, all(sums)


def damages(bag):
    """Ways to spoil a bag: (what, how, whether `sha256sum -c` can see it)."""
    pdf = next(iter(sorted(bag.rglob("*.pdf"))))
    change = lambda path, content: lambda: path.write_bytes(content)
    flipped = bytearray(pdf.read_bytes())
    flipped[len(flipped) // 2] ^= 1
    manifest = (bag / "manifest-sha256.txt").read_text()
    info = (bag / "bag-info.txt").read_text()
    return [
        ("one bit of a PDF", change(pdf, bytes(flipped)), True),
        ("a PDF cut short", change(pdf, pdf.read_bytes()[:-1]), True),
        ("a PDF that is gone", pdf.unlink, True),
        ("a file that no manifest lists", change(bag / "data/more.txt", b"more"), False),
        ("a line out of the manifest", change(bag / "manifest-sha256.txt", manifest.split("\n", 1)[1].encode()), True),
        ("another date", change(bag / "bag-info.txt", info.replace("2031-06-30", "2031-07-01").encode()), True),
        ("another size", change(bag / "bag-info.txt", info.replace("Payload-Oxum: ", "Payload-Oxum: 1").encode()), True),
        ("no declaration", (bag / "bagit.txt").unlink, True),
        ("an index of other units", change(bag / "data/manifest.json", b"{}"), True),
    ]


def main():
    work, program = Path(sys.argv[1]), sys.argv[2]
    stage, wrong = Stage(program, work / "stage"), []
    out, bag = work / "stage/new-out", work / "bag"
    command = [program, "archive", "bag", str(out), "--to", str(bag), "--organization", "Centre for Records"]
    subprocess.run(command, check=True, capture_output=True)
    if accepted(bag) != (True, True):
        wrong.append("the bag is refused")
    info, payload = bagit.Bag(str(bag)).info, tree(bag / "data")
    want = {
        "Source-Organization": "Centre for Records", "External-Identifier": ["mujaz:one:all", "mujaz:two:all"],
        "Bagging-Date": "2031-06-30", "Payload-Oxum": f"{sum(map(len, payload.values()))}.{len(payload)}"}
    wrong += [f"{key} is {info.get(key)}" for key in want if info.get(key) != want[key]]
    wrong += [] if payload == tree(out) else ["the bag has not what the folder has"]

    # Elsewhere, later, and once more onto itself.
    stage.build(stage.projects[1], work / "elsewhere", "--lang", "en")
    again = [*command[:3], str(work / "elsewhere"), "--to", str(work / "again"), *command[6:]]
    subprocess.run(again, check=True, capture_output=True)
    wrong += [] if tree(work / "again") == tree(bag) else ["the same outputs give another bag"]
    wrong += [] if subprocess.run(command, capture_output=True).returncode == 0 else ["the same bag is refused"]

    count = len(damages(bag))
    for at in range(count):
        spoilt = work / "spoilt"
        shutil.rmtree(spoilt, ignore_errors=True)
        shutil.copytree(bag, spoilt)
        what, spoil, seen = damages(spoilt)[at]
        spoil()
        valid, sums = accepted(spoilt)
        if valid or (seen and what != "no declaration" and sums):
            wrong.append(f"{what} is not noticed")
        # mujaz neither takes it for its own bag nor writes over it.
        before = tree(spoilt)
        ended = subprocess.run([*command[:5], str(spoilt), *command[6:]], capture_output=True, text=True)
        if ended.returncode != 1 or "error[AM07]" not in ended.stderr or tree(spoilt) != before:
            wrong.append(f"{what}: mujaz archive bag ends with {ended.returncode}: {ended.stderr[-200:]}")

    statements = sorted(out.rglob("*.intoto.json"))
    for path in statements:
        value = json.loads(path.read_bytes())
        wrong += [] if canonical(value) == path.read_bytes() else [f"{path.name} is not canonical"]
        # The types refuse fields that they do not know.
        statement = Statement.copy_from_pb(json_format.ParseDict(value, statement_pb2.Statement()))
        statement.validate()
        provenance = json_format.ParseDict(value["predicate"], provenance_pb2.Provenance())
        if not provenance.build_definition.resolved_dependencies or not provenance.run_details.builder.id:
            wrong.append(f"{path.name} has no dependencies or no builder")
        for subject in value["subject"]:
            line = f"{subject['digest']['sha256']}  {subject['name']}\n"
            summed = subprocess.run(["sha256sum", "-c"], input=line, cwd=path.parent, text=True, capture_output=True)
            wrong += [] if summed.returncode == 0 else [f"{path.name} is of another {subject['name']}"]

    for line in wrong:
        print(line)
    if wrong:
        sys.exit(f"{len(wrong)} faults")
    print(f"a bag of {len(payload)} files is accepted by bagit and sha256sum, {count} damaged ones are refused; "
          f"{len(statements)} statements are in-toto v1 with SLSA provenance v1")


main()
