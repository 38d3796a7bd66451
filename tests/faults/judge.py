"""What may be on the disk after a fault, judged without mujaz, and what mujaz says of it."""

import hashlib
import json
import re
import shutil
import subprocess

from scenes import tree

WAITING = re.compile(r"(^|/)\.mujaz-([A-Za-z0-9]+\.part|lock)$")


def digest(content):
    return hashlib.sha256(content).hexdigest()


def leftovers(files):
    return [path for path in files if WAITING.search(path)]


def units(files):
    """The folders with a manifest, and whether each file is what the manifest of its folder says."""
    found = {}
    for path in files:
        folder, _, name = path.rpartition("/")
        if name != "manifest.json" or not folder:
            continue
        manifest = json.loads(files[path])
        listed = [files.get(f"{folder}/{it['path']}") for it in manifest["outputs"]]
        whole = all(content is not None and digest(content) == it["sha256"]
                    for content, it in zip(listed, manifest["outputs"]))
        statement = files.get(f"{folder}/{manifest['edition']}.intoto.json", b"{}")
        subjects = {it["name"]: it["digest"]["sha256"] for it in json.loads(statement).get("subject", [])}
        found[folder] = whole and subjects == {it["path"]: it["sha256"] for it in manifest["outputs"]}
    return found


def sound(files):
    """Whether the index and everything that it lists agree."""
    if "manifest.json" not in files:
        return False
    index, whole = json.loads(files["manifest.json"]), units(files)
    return all(
        whole.get(it["folder"]) and digest(files[f"{it['folder']}/manifest.json"]) == it["manifest"]
        for it in index["units"])


class Judge:
    """Says what is wrong after a run of a scene; counts what it looked at."""

    def __init__(self, stage, work):
        self.stage, self.work = stage, work
        self.verifies = "--quick" in subprocess.run(
            [stage.program, "verify", "--help"], capture_output=True, text=True).stdout
        self.refused = self.mixed = self.left = 0

    def run(self, command):
        return subprocess.run(command, capture_output=True, text=True)

    def after_fault(self, scene, ended):
        """Faults of the state that a broken run left; `ended` is None for a killed one."""
        wrong = []
        files = tree(scene.place(self.work))
        waiting = leftovers(files)
        self.left += bool(waiting) or (self.work / ".mujaz-bag.part").exists()
        files = {path: content for path, content in files.items() if path not in waiting}
        if scene.watched == "bag":
            if files and files != scene.new:
                wrong.append("a bag that is not whole is in its place")
        else:
            wrong += self.torn(scene, files)
            wrong += self.taken_for_sound(files)
        if ended is not None:
            wrong += self.told(scene, ended, files)
        return wrong

    def torn(self, scene, files):
        known = lambda path, content: content in (scene.old.get(path), scene.new.get(path))
        # The index may hold one old and one new edition; `sound` judges it.
        return [f"{path} is torn" for path, content in files.items()
                if path != "manifest.json" and not known(path, content)]

    def taken_for_sound(self, files):
        """What mujaz takes for sound, and is not."""
        wrong, out, spare = [], self.work / "out", self.work / "judged"
        is_sound, whole = sound(files), units(files)
        self.mixed += not all(whole.values())
        bagged = self.run([self.stage.program, "archive", "bag", str(out), "--to", str(spare)]).returncode == 0
        shutil.rmtree(spare, ignore_errors=True)
        if bagged != is_sound:
            wrong.append(f"bagged: {bagged}, sound: {is_sound}")
        if self.verifies and files and not all(whole.values()):
            if self.run([self.stage.program, "verify", "--quick", str(out)]).returncode == 0:
                wrong.append("mujaz verify --quick takes a mixed state for sound")
        self.refused += not is_sound
        return wrong

    def told(self, scene, ended, files):
        """An error is told with its code and ends in 1; 0 means that all is there."""
        if ended.returncode == 0:
            return [] if files == scene.new else ["it says that all is well, and it is not"]
        if ended.returncode == 1 and re.search(r"^error\[[A-Z]{2}\d\d\]", ended.stderr, re.M):
            return []
        return [f"it ended with {ended.returncode}: {ended.stderr[-300:]}"]

    def after_rerun(self, scene):
        """Faults after the same run once more, undisturbed."""
        ended = self.run(scene.command(self.stage.program, self.work))
        if ended.returncode != 0:
            return [f"the rerun ended with {ended.returncode}: {ended.stderr[-300:]}"]
        files = tree(scene.place(self.work))
        wrong = [] if files == scene.new else [f"the rerun did not heal {sorted(set(files) ^ set(scene.new))}"]
        if (self.work / ".mujaz-bag.part").exists():
            wrong.append("a half-made bag stays")
        return wrong
