"""Rounds of texts through the tools of translators, on a copy of the repository's project.

Each check counts; the last line says how many passed and failed.
"""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from translate.storage import factory, xliff
from translate.storage.pypo import pofile

# A sentence to add, which says nothing new: no digit, no placeholder, no rule against it.
ADDED = {
    "ar": " وتَرِد التفاصيل في الفقرات التالية.",
    "en": " Details follow below.",
    "fr": " Le détail figure ci-dessous.",
    "ckb": " وردەکاری لە خوارەوە هاتووە.",
}


class Desk:
    """A copy of the project, the program, and the count of what was checked."""

    def __init__(self, work, program):
        self.root, self.program = work / "project", shlex.split(program)
        shutil.copytree("data", self.root / "data")
        self.out = work / "out"
        self.passed, self.failed = 0, 0

    def check(self, holds, what):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {what}")

    def mujaz(self, *args):
        command = [*self.program, "--project", str(self.root), *map(str, args)]
        return subprocess.run(command, capture_output=True, text=True)

    def files(self):
        """Every file of the project with its bytes."""
        return {p: p.read_bytes() for p in sorted(self.root.rglob("*")) if p.is_file()}

    def restore(self, files):
        for path in self.files():
            if path not in files:
                path.unlink()
        for path, content in files.items():
            path.write_bytes(content)

    def export(self, edition, lang, to):
        done = self.mujaz("text", "export", lang, "--to", to, "--edition", edition, "--out", self.out)
        self.check(done.returncode == 0, f"export {to} {edition} {lang}: {done.stderr}")
        ending = {"po": "po", "xliff": "xlf"}[to]
        return self.out / edition / f"{edition}.{lang}.{ending}"

    def takes(self, path, what):
        done = self.mujaz("text", "import", path, "--by", "Rounds")
        self.check(done.returncode == 0, f"{what} is taken over: {done.stderr[:1500]}")

    def unchanged(self, path, what):
        before = self.files()
        self.takes(path, what)
        after = self.files()
        changed = [str(p.relative_to(self.root)) for p in after if before.get(p) != after[p]]
        self.check(not changed, f"{what} changes no byte: {changed}")
        self.restore(before)

    def changes(self, path, edition, lang, keys, what):
        """Taken over, exactly these texts change, and of the lock exactly their records."""
        before, texts, lock = self.files(), self.texts(edition, lang), self.lock(edition)
        self.takes(path, what)
        now, lock_now = self.texts(edition, lang), self.lock(edition)
        changed = {key for key in texts | now if texts.get(key) != now.get(key)}
        self.check(changed == set(keys), f"{what} changes {sorted(keys)}: {sorted(changed)}")
        records = {key for key in lock | lock_now if lock.get(key) != lock_now.get(key)}
        expected = {(lang, key) for key in keys}
        self.check(records == expected, f"{what} changes the records of {sorted(keys)}: {sorted(records)}")
        files = {str(p.relative_to(self.root)) for p, b in self.files().items() if before.get(p) != b}
        folder = f"data/editions/{edition}"
        known = {f"{folder}/text/{lang}.yaml", f"{folder}/translations.lock"}
        self.check(files <= known, f"{what} changes no other file: {sorted(files - known)}")
        self.restore(before)

    def refused(self, path, line, what):
        """Nothing is written, and the finding stands at this line of the file (any line for None)."""
        before = self.files()
        done = self.mujaz("text", "import", path, "--format", "json")
        self.check(done.returncode == 1, f"{what} is refused: exit {done.returncode} {done.stderr}")
        self.check(self.files() == before, f"{what} leaves the files alone")
        places = [place for finding in map(json.loads, done.stdout.splitlines()) for place in finding["places"]]
        at = {place["line"] for place in places if place["file"] == str(path)}
        self.check(at if line is None else line in at, f"{what} is told at line {line}: {sorted(at)}")
        self.restore(before)

    def texts(self, edition, lang):
        """Every text of a language by key, list items by position."""
        path = self.root / "data/editions" / edition / "text" / f"{lang}.yaml"
        found = {}
        for section, value in yaml.load(path.read_text(), Loader=yaml.BaseLoader).items():
            parts = value.items() if isinstance(value, dict) and "other" not in value else [(None, value)]
            for id, text in parts:
                key = section if id is None else f"{section}.{id}"
                if isinstance(text, list):
                    found |= {f"{key}[{at}]": item for at, item in enumerate(text, 1)}
                else:
                    found[key] = text
        return found

    def lock(self, edition):
        path = self.root / "data/editions" / edition / "translations.lock"
        tree = yaml.load(path.read_text(), Loader=yaml.BaseLoader) if path.exists() else {}
        return {
            (lang, key): record
            for lang, records in (tree.get("languages") or {}).items()
            for key, record in records.items()
        }


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def po_rounds(desk, edition, lang):
    name = f"{edition} {lang}"
    path = desk.export(edition, lang, "po")
    first = path.read_bytes()
    desk.check(desk.export(edition, lang, "po").read_bytes() == first, f"{name}: the same export twice")
    done = run("msgfmt", "--check", "--check-accelerators=_", "-o", "/dev/null", path)
    desk.check(done.returncode == 0, f"{name}: msgfmt --check: {done.stderr[:1500]}")
    desk.unchanged(path, f"{name}: the export itself")
    for tool in (["msgcat"], ["msgcat", "--width=40"], ["msgcat", "--no-wrap"], ["msgattrib", "--no-obsolete"],
                 ["msgcat", "--sort-output"], ["msgconv", "--to-code=UTF-8"]):
        rewritten = path.with_suffix(".tool.po")
        done = run(*tool, "-o", rewritten, path)
        desk.check(done.returncode == 0, f"{name}: {' '.join(tool)}: {done.stderr}")
        desk.unchanged(rewritten, f"{name}: after {' '.join(tool)}")
    done = run("pofilter", "--nofuzzy", "-t", "xmltags", "-t", "escapes", "-t", "newlines", path, path.with_suffix(".filter.po"))
    left = factory.getobject(str(path.with_suffix(".filter.po"))).units if path.with_suffix(".filter.po").exists() else []
    desk.check(not [u for u in left if not u.isheader()], f"{name}: pofilter: {done.stdout[-500:]}")

    # An edit as Weblate makes it: translate-toolkit's store, its own header, one text taken back as fuzzy.
    store = pofile.parsefile(str(path))
    units = {unit.getcontext(): unit for unit in store.units if not unit.isheader()}
    edited = [key for key, unit in units.items() if wanted(key, unit)][:4]
    desk.check(len(edited) >= 3, f"{name}: texts to edit: {edited}")
    for key in edited:
        units[key].target = str(units[key].target) + ADDED[lang]
    fuzzy = next(key for key, unit in units.items() if wanted(key, unit) and key not in edited)
    units[fuzzy].target = str(units[fuzzy].target) + ADDED[lang]
    units[fuzzy].markfuzzy(True)
    store.updateheader(add=True, Last_Translator="A Translator <a@example.org>", X_Generator="Weblate 5.15",
                       PO_Revision_Date="2031-07-01 10:00+0000")
    store.wrapper.width = 77
    weblate = path.with_suffix(".weblate.po")
    store.savefile(str(weblate))
    desk.changes(weblate, edition, lang, edited, f"{name}: as Weblate writes it")
    through = path.with_suffix(".through.po")
    run("msgcat", "--no-wrap", "-o", through, weblate)
    desk.changes(through, edition, lang, edited, f"{name}: Weblate, then msgcat")


def wanted(key, unit):
    """A plain sentence that another can follow."""
    plain = key.split(".")[0].split("[")[0] not in ("title", "subtitle", "names")
    return plain and not unit.hasplural() and str(unit.target).endswith(".") and not unit.isfuzzy()


def xliff_rounds(desk, edition, lang):
    name = f"{edition} {lang} XLIFF"
    path = desk.export(edition, lang, "xliff")
    desk.unchanged(path, f"{name}: the export itself")
    store = xliff.xlifffile.parsefile(str(path))
    copy = path.with_suffix(".copy.xlf")
    store.savefile(str(copy))
    desk.unchanged(copy, f"{name}: saved by translate-toolkit")
    edited = []
    for unit in store.units:
        key = re.sub(r"^.*\x04", "", unit.getid() or "")
        if len(edited) < 3 and key.startswith(("highlights", "situation", "threats")) and "." in str(unit.target)[-1:]:
            unit.target = str(unit.target) + ADDED[lang]
            edited.append(key)
    store.savefile(str(copy))
    desk.check(len(edited) == 3, f"{name}: texts to edit: {edited}")
    desk.changes(copy, edition, lang, edited, f"{name}: edited with translate-toolkit")


def spoilt_rounds(desk, edition, lang):
    """Faults in a file, each refused at its line."""
    path = desk.export(edition, lang, "po")
    lines = path.read_text().splitlines(keepends=True)
    spoilt = path.with_suffix(".spoilt.po")

    def spoil(at, text, what, line=None):
        spoilt.write_text("".join(lines[:at] + ([text] if text is not None else []) + lines[at + 1 :]))
        desk.refused(spoilt, line or at + 1, f"{edition} {lang}: {what}")

    one = next(i for i, it in enumerate(lines) if it.startswith('msgstr "') and "{" in it and "other" not in it)
    spoil(one, re.sub(r"\{[^}]*\}", "", lines[one], count=1), "a placeholder dropped")
    spoil(one, re.sub(r"\{[^}:]*", "{nobody_knows_it", lines[one], count=1), "a placeholder renamed")
    spoil(one, lines[one].replace('"\n', ' 7"\n'), "a digit typed")
    spoil(one, lines[one].replace('"\n', "\n"), "a quote lost")
    forms = [i for i, it in enumerate(lines) if re.match(r'msgstr\[\d\] "', it)]
    if forms:
        begin = max(i for i in range(forms[0]) if lines[i].startswith("msgctxt")) + 1
        spoil(forms[1], None, "a plural form lost", begin)
        spoil(forms[-1], re.sub(r'".*', '""', lines[forms[-1]]), "a plural form emptied", None)
        printed = [i for i in forms if "{" in lines[i]]
        spoil(printed[-1], re.sub(r"\{[^}]*\}", "", lines[printed[-1]]), "a plural form without its placeholders")
    whole = path.read_bytes()
    for tenth in range(1, 10):
        # Cut within a message: after the first letters of a translation.
        cut = whole.index(b'msgstr "', len(whole) * tenth // 10) + 12
        spoilt.write_bytes(whole[:cut])
        desk.refused(spoilt, None, f"{edition} {lang}: cut off after {cut} of {len(whole)} bytes")


def main():
    work, program = Path(sys.argv[1]), sys.argv[2]
    desk = Desk(work, program)
    rows = json.loads(desk.mujaz("text", "status", "--format", "json").stdout)
    pairs = [(row["edition"], row["language"]) for row in rows if not row["master"]]
    desk.check(len(pairs) >= 6, f"editions with translations: {pairs}")
    for edition, lang in pairs:
        po_rounds(desk, edition, lang)
        xliff_rounds(desk, edition, lang)
        spoilt_rounds(desk, edition, lang)

    # Arabic as a translation, with its six plural forms: the demonstration with English as its master.
    demo = desk.root / "data/editions/demo-2031-06/edition.yaml"
    demo.write_text(demo.read_text().replace("master: ar", "master: en"))
    meta = desk.root / "data/editions/demo-2031-06/translations.lock"
    meta.unlink(missing_ok=True)
    done = desk.mujaz("text", "mark", "ar", "--edition", "demo-2031-06", "--as", "reviewed", "--by", "Rounds")
    desk.check(done.returncode == 0, f"ar is marked: {done.stderr}")
    po_rounds(desk, "demo-2031-06", "ar")
    xliff_rounds(desk, "demo-2031-06", "ar")
    spoilt_rounds(desk, "demo-2031-06", "ar")
    forms = desk.export("demo-2031-06", "ar", "po").read_text().count("msgstr[5]")
    desk.check(forms >= 1, "Arabic has six forms in PO")

    print(f"{desk.passed} passed, {desk.failed} failed")
    sys.exit(desk.failed > 0)


main()
