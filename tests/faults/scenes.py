"""Small projects, what is made of them, and the runs that faults are injected into."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

HOUSE = """\
mujaz: 1
house:
  series: {en: Brief, ar: موجز}
  sections:
    monthly: [bottom_line]
edition:
  languages: [en, ar]
  master: en
  marking: {scheme: tlp2, label: "TLP:CLEAR"}
  publisher: {org: desk}
"""
SHARED = "orgs:\n  desk: {name: {en: Desk, ar: مكتب}, type: organization}\n"
EDITION = """\
edition:
  id: %s
  kind: monthly
  number: 1
  period: {from: 2031-06-01, to: 2031-06-30}
  cut_off: 2031-06-30T18:00+03:00
  issued: 2031-06-30T18:30+03:00
"""
TEXT = "lang: %s\n_meta: {status: reviewed}\ntitle: %s\nbottom_line: %s\n"
TEMPLATE = """\
#let brief = json("/brief.json")
#set document(title: "x", date: auto)
#set text(lang: brief.lang, font: "Amiri")
= #brief.document.title
#brief.document.description
"""
EDITIONS = ["one", "two"]


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def project(root, words):
    """A project of two editions in two languages, with these words."""
    write(root / "data/house.yaml", HOUSE)
    write(root / "data/shared/all.yaml", SHARED)
    write(root / "templates/main.typ", TEMPLATE)
    for edition in EDITIONS:
        folder = root / "data/editions" / edition
        write(folder / "edition.yaml", EDITION % edition)
        write(folder / "text/en.yaml", TEXT % ("en", f"Edition {edition}", words))
        write(folder / "text/ar.yaml", TEXT % ("ar", "إصدار", "لا جديد."))
    return root


def tree(folder):
    """Every file below a folder with its bytes, by path."""
    folder = Path(folder)
    return {str(it.relative_to(folder)): it.read_bytes() for it in folder.rglob("*") if it.is_file()}


def lay(folder, files):
    """Makes a folder have these files and no others."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in files.items():
        place = Path(folder) / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def canonical(value):
    return (json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n").encode()


def shards(out, tool, folder):
    """The outputs of a run as two shards of one edition each."""
    plan = [{"audience": "all", "edition": edition} for edition in EDITIONS]
    folders = []
    for number, edition in enumerate(EDITIONS, 1):
        part = {path: content for path, content in out.items() if path.startswith(f"{edition}/")}
        manifest = part[f"{edition}/manifest.json"]
        entry = {"audience": "all", "edition": edition, "folder": edition,
                 "manifest": hashlib.sha256(manifest).hexdigest(), "outputs": len(json.loads(manifest)["outputs"])}
        part[f"manifest.shard-{number}-of-2.json"] = canonical(
            {"schema": 1, "tool": tool, "shard": number, "of": 2, "options": {"lang": "en"}, "plan": plan,
             "units": [entry]})
        folders.append(Path(folder) / f"shard-{number}")
        lay(folders[-1], part)
    return folders


class Scene:
    """One run: where it starts, what is run, and what it must come to. `{}` stands for the worker's folder."""

    def __init__(self, name, start, arguments, old, new, watched):
        self.name, self.start, self.arguments, self.old, self.new = name, start, arguments, old, new
        self.watched = watched

    def reset(self, work):
        for name in ("out", "bag", ".mujaz-bag.part"):
            shutil.rmtree(work / name, ignore_errors=True)
        for name, files in self.start.items():
            lay(work / name, files)

    def command(self, program, work):
        return [program, *(it.replace("{}", str(work)) for it in self.arguments)]

    def place(self, work):
        """The folder that the run changes."""
        return work / self.watched


class Stage:
    """The program with two projects that differ, and all scenes."""

    def __init__(self, program, work):
        self.program = program
        work.mkdir(parents=True)
        help_ = subprocess.run([program, "build", "--help"], capture_output=True, text=True).stdout
        # The child that foreign templates run in is not what is tested here.
        self.more = ["-j", "1"] + (["--confine", "never"] if "--confine" in help_ else [])
        self.projects = [project(work / "old", "Nothing happened."), project(work / "new", "Something happened.")]
        old_out, new_out = work / "old-out", work / "new-out"
        self.build(self.projects[0], old_out)
        self.build(self.projects[1], new_out, "--lang", "en")
        self.old, self.new = tree(old_out), tree(new_out)
        tool = json.loads(self.new["manifest.json"])["tool"]
        parts = [str(it) for it in shards(self.new, tool, work / "shards")]
        subprocess.run([program, "archive", "bag", str(new_out), "--to", str(work / "bag")], check=True,
                       capture_output=True)
        bag = tree(work / "bag")
        half = {path: content[:20] for path, content in bag.items() if path != "tagmanifest-sha256.txt"}
        build = ["build", "--project", str(self.projects[1]), "--out", "{}/out", "--lang", "en", *self.more]
        merge = ["archive", "merge", *parts, "--out", "{}/out"]
        bagging = ["archive", "bag", "{}/out", "--to", "{}/bag"]
        # After a build in two languages, one in one language has files to take away.
        self.scenes = [
            Scene("build", {}, build, {}, self.new, "out"),
            Scene("rebuild", {"out": self.old}, build, self.old, self.new, "out"),
            Scene("merge", {}, merge, {}, self.new, "out"),
            Scene("merge over", {"out": self.old}, merge, self.old, self.new, "out"),
            Scene("bag", {"out": self.new}, bagging, {}, bag, "bag"),
            Scene("bag again", {"out": self.new, ".mujaz-bag.part": half}, bagging, {}, bag, "bag"),
        ]

    def build(self, root, out, *more):
        command = [self.program, "build", "--project", str(root), "--out", str(out), *self.more, *more]
        subprocess.run(command, check=True, capture_output=True)
