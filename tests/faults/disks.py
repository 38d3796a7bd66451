"""Disks that are full or read-only, and limits on the size of a file."""

import os
import resource
import signal
import subprocess

from scenes import lay, tree


def mounted(place, options):
    place.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    return os.geteuid() == 0 and subprocess.run(command, capture_output=True).returncode == 0


def refused(stage, command, word, state, place):
    """Faults of a run that must end in 1 with OU03 and this word of help, and must change nothing."""
    ended = subprocess.run(command, capture_output=True, text=True, restore_signals=False)
    wrong = []
    if ended.returncode != 1 or "error[OU03]" not in ended.stderr or word not in ended.stderr:
        wrong.append(f"expected OU03 and `{word}`: {ended.returncode} {ended.stderr[-400:]}")
    if tree(place) != state:
        wrong.append("something was changed")
    return wrong


def run(stage, work):
    """The faults found, and the lines that say what was tried."""
    wrong, lines = [], []
    build = lambda out: [stage.program, "build", "--project", str(stage.projects[1]), "--out", str(out), "--lang",
                         "en", *stage.more]

    place = work / "full"
    if mounted(place, "size=4m"):
        try:
            out = place / "out"
            lay(out, stage.old)
            with open(place / "filler", "wb", buffering=0) as filler:
                try:
                    while filler.write(b"x" * 4096):
                        pass
                except OSError:
                    pass
            wrong += refused(stage, build(out), "full", stage.old, out)
            wrong += refused(stage, [stage.program, "archive", "bag", str(out), "--to", str(place / "bag")], "full",
                             stage.old, out)
            (place / "filler").unlink()
            subprocess.run(build(out), capture_output=True)
            wrong += [] if tree(out) == stage.new else ["not healed once there was room"]
            lines.append("a full disk: OU03, nothing changed, healed once there is room")
        finally:
            subprocess.run(["umount", str(place)])

    place = work / "read-only"
    place.mkdir()
    if mounted(place, "size=4m"):
        try:
            lay(place / "out", stage.old)
            subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
            wrong += refused(stage, build(place / "out"), "on this disk", stage.old, place / "out")
            wrong += refused(stage, build(place / "new"), "on this disk", {}, place / "new")
            lines.append("a read-only disk: OU03, nothing changed")
        finally:
            subprocess.run(["umount", str(place)])
    else:
        lay(place / "out", stage.old)
        for folder in [place / "out", place / "out/one", place / "out/two"]:
            folder.chmod(0o555)
        wrong += refused(stage, build(place / "out"), "may not write", stage.old, place / "out")
        for folder in [place / "out", place / "out/one", place / "out/two"]:
            folder.chmod(0o755)
        lines.append("a read-only folder: OU03, nothing changed")

    # Python ignores SIGXFSZ and hands that on, so that a file over the limit is an error and no kill.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    lay(work / "small", stage.old)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        wrong += refused(stage, build(work / "small"), "so large", stage.old, work / "small")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    lines.append("a limit on the size of files: OU03, nothing changed")

    # What a power cut between the last PDF and the manifest leaves.
    mixed = dict(stage.old)
    mixed.update({path: content for path, content in stage.new.items() if path.endswith(".pdf")})
    lay(work / "cut", mixed)
    for command in ([stage.program, "archive", "bag", str(work / "cut"), "--to", str(work / "cut-bag")],
                    [stage.program, "verify", "--quick", str(work / "cut")]):
        if subprocess.run(command, capture_output=True).returncode == 0:
            wrong.append(f"{command[1]}: new PDFs under an old manifest are taken for sound")
    subprocess.run(build(work / "cut"), capture_output=True)
    wrong += [] if tree(work / "cut") == stage.new else ["new PDFs under an old manifest are not healed"]
    lines.append("new PDFs under an old manifest: refused, and healed by a rerun")
    return wrong, lines
