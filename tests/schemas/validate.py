"""Checks the schemas; see `run`. Arguments: a folder to work in, the command of the program."""

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

import faults
import probes
import project
import sarif
import scalars

HERE = Path(__file__).resolve().parents[2]
WORK, MUJAZ = Path(sys.argv[1]), shlex.split(sys.argv[2])
# Some runs are in other folders.
MUJAZ[0] = str(Path(MUJAZ[0]).resolve()) if "/" in MUJAZ[0] else MUJAZ[0]
failures = []


def fail(message):
    failures.append(message)
    print(f"  FAILED: {message}")


def mujaz(*arguments, expect=0, cwd=HERE):
    run = subprocess.run([*MUJAZ, *arguments], cwd=cwd, capture_output=True, text=True)
    assert expect is None or run.returncode == expect, f"mujaz {arguments}: {run.returncode}\n{run.stderr}"
    return run.stdout


def generated():
    """The kinds with their patterns, and a validator for each, from the program."""
    kinds = dict(line.split() for line in mujaz("schema").splitlines())
    written = mujaz("schema", "--out", str(WORK / "schemas")).splitlines()
    assert written == [str(WORK / f"schemas/{kind}.schema.json") for kind in kinds], written
    validators = {}
    for kind, path in zip(kinds, written):
        text = Path(path).read_text()
        assert text == mujaz("schema", kind), f"{kind} is printed and written differently"
        schema = json.loads(text)
        assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        Draft202012Validator.check_schema(schema)
        validators[kind] = Draft202012Validator(schema)
    print(f"{len(validators)} schemas fit the meta-schema 2020-12")
    return kinds, validators


def faults_in(validator, value):
    """Where a validator finds faults: `figures/0/value`."""
    # Where none of several alternatives fits, the best match is of the one that was meant.
    found = (best_match([error]) for error in validator.iter_errors(value))
    return {"/".join(map(str, error.absolute_path)): error for error in found}


def sound_files(kinds, validators):
    count = 0
    own = (HERE / "tests/fixtures/languages" / lang for lang in ("de", "ur"))
    for root in (HERE, WORK / "fixture", *own):
        for name in project.files(root):
            kind = project.kind_of(name, kinds)
            for reader, value in scalars.both((root / name).read_text()).items():
                for place, error in faults_in(validators[kind], value).items():
                    fail(f"{name} as {reader}: {place}: {error.message[:200]}")
            count += 1
    print(f"{count} files are accepted, as text and in the core schema")


def planted(kinds, validators, text, old, new, place, name):
    """One fault: where it stands once, it must be refused at its place, however scalars are read."""
    kind = project.kind_of(name, kinds)
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    for reader, value in scalars.both(text.replace(old, new)).items():
        found = faults_in(validators[kind], value)
        if list(found) != [place]:
            fail(f"{kind}, {old!r} -> {new!r} as {reader}: expected a fault at {place!r}, found {list(found)}")
    return kind


def planted_faults(kinds, validators):
    roots = {faults.FIXTURE: WORK / "fixture", faults.HERE: HERE,
             faults.GERMAN: HERE / "tests/fixtures/languages/de"}
    counts = dict.fromkeys(kinds, 0)
    for where, name, old, new, place in faults.FAULTS:
        text = (roots[where] / name).read_text()
        counts[planted(kinds, validators, text, old, new, place, name)] += 1
    overlay = overlaid(kinds, validators)
    for old, new, place in faults.OVERLAY_FAULTS:
        counts[planted(kinds, validators, overlay, old, new, place, faults.OVERLAY)] += 1
    assert all(counts.values()) and sum(counts.values()) >= 30
    print(f"{sum(counts.values())} planted faults are refused, each at its place: {counts}")


def overlaid(kinds, validators):
    """A sound overlay: accepted by its schema, and by the program over the demonstration."""
    text = faults.SOUND
    for reader, value in scalars.both(text).items():
        for place, error in faults_in(validators["audience"], value).items():
            fail(f"the overlay as {reader}: {place}: {error.message[:200]}")
    root = WORK / "overlaid"
    shutil.copytree(HERE / "data", root / "data")
    path = root / faults.OVERLAY
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    # A house that says who sees what has no other audiences.
    house = root / "data/house.yaml"
    known = house.read_text()
    assert "  audiences:\n" in known
    seen = f"  audiences:\n    {path.stem}: {{sees: [TLP:GREEN], unmarked: show}}\n"
    house.write_text(known.replace("  audiences:\n", seen))
    edition = Path(faults.DEMO).name
    mujaz("check", "--project", str(root), edition, "--audience", path.stem)
    return text


def readers(kinds, validators):
    """The program and the schema judge each probe alike. One edition a probe; one run reads all."""
    root = WORK / "fixture"
    cases = []
    for what, ((good, bad), template, _) in probes.PLACES.items():
        for value, accepted in [*((it, True) for it in good), *((it, False) for it in bad)]:
            edition = f"probe-{len(cases):04}"
            text = template.replace("EDITION", edition).replace("#", json.dumps(value, ensure_ascii=False))
            head = f"edition: {{id: {edition}, kind: monthly, issued: 2031-07-01T09:00Z}}\n"
            folder = root / "data/editions" / edition
            folder.mkdir()
            (folder / "edition.yaml").write_text(text if text.startswith("edition:") else head + text)
            cases.append((edition, what, value, accepted, text))
    out = mujaz("check", "--project", str(root), "--format", "json", expect=None)
    refused = set()
    for line in out.splitlines():
        finding = json.loads(line)
        # A type refuses a value as TY, and a day that is not in the calendar as DA09.
        if finding["code"].startswith("TY") or finding["code"] == "DA09":
            refused.update(place["file"].split("/")[2] for place in finding["places"][:1])
    for edition, what, value, accepted, text in cases:
        by_schema = not faults_in(validators["edition"], scalars.both(text)["Text"])
        by_reader = edition not in refused
        if not by_schema == by_reader == accepted:
            fail(f"the {what} {value!r}: expected {accepted}, the schema says {by_schema}, the reader {by_reader}")
        shutil.rmtree(root / "data/editions" / edition)
    print(f"{len(cases)} values of {len(probes.PLACES)} types are judged by the schemas as the program judges them")


LINTED = {
    "sound.txt": "ذهب الوفد إلى القرية.\n",
    "موجز أول: مسودة.txt": "\ufeffذهب الى  القرية, ولم يعد احد.\r\nقال «نعم ولم يعد.\r\n",
    "français.txt": 'Il a dit "oui" hier , et il est parti .\n',
}


def logs():
    """Logs of SARIF by what was asked, from checks, corrections and lint runs."""
    form = ("--format", "sarif")
    broken = ("--project", str(HERE / "tests/fixtures/broken"))
    yield "the fixture of faults", mujaz("check", *broken, *form, expect=1)
    yield "the same in Arabic", mujaz("check", *broken, *form, "--ui-lang", "ar", expect=1)
    yield "the mended fixture", mujaz("check", "--project", str(WORK / "fixture"), *form)
    yield "the editions here", mujaz("check", *form)
    folder = WORK / "linted"
    folder.mkdir()
    for name, text in LINTED.items():
        (folder / name).write_bytes(text.encode())
        lang = "fr" if name.startswith("fr") else "ar"
        yield f"lint of {name}", mujaz("lint", name, "--lang", lang, *form, cwd=folder)
    yield "lint of all", mujaz("lint", *LINTED, *form, "--deny", "warnings", expect=1, cwd=folder)


def scanned():
    validator, members, count = sarif.validator(), set(), 0
    for asked, text in logs():
        log = json.loads(text)
        for fault in [*sarif.by_schema(validator, log), *sarif.by_scanning(log)]:
            fail(f"SARIF of {asked}: {fault}")
        results = log["runs"][0]["results"]
        members.update(*results)
        count += len(results)
    assert {"fixes", "relatedLocations"} <= members, members
    probe = json.loads(text)
    probe["runs"][0]["results"][0]["level"] = "grave"
    assert [*sarif.by_schema(validator, probe)], "the validator refuses nothing"
    print(f"{count} results in SARIF fit the published schema and what code scanning asks")


def main():
    project.mended(HERE, WORK / "fixture")
    kinds, validators = generated()
    sound_files(kinds, validators)
    planted_faults(kinds, validators)
    readers(kinds, validators)
    scanned()
    if failures:
        sys.exit(f"{len(failures)} failures")


main()
