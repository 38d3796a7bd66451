"""The programme: injected faults, random kills, builds at once, disks. Prints figures; ends in 1 if one is wrong."""

import queue
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import disks
import inject
from judge import Judge, leftovers, sound, units
from scenes import Stage, tree

WORKERS = 2


class Tally:
    def __init__(self):
        self.wrong = []

    def add(self, what, wrong):
        for line in wrong:
            print(f"  {what}: {line}", flush=True)
        self.wrong += wrong


def each(judges, items, work):
    """Does `work(judge, item)` on each item with the judges in turn; (item, faults) in the order of the items."""
    free = queue.Queue()
    for judge in judges:
        free.put(judge)

    def one(item):
        judge = free.get()
        try:
            return item, work(judge, item)
        finally:
            free.put(judge)

    with ThreadPoolExecutor(len(judges)) as pool:
        yield from pool.map(one, items)


def faults(stage, judges, wanted, tally):
    """Every call that touches the outputs of each scene, broken in every way that fits it, or a sample of them."""
    all_ = []
    for scene in stage.scenes:
        work = judges[0].work
        scene.reset(work)
        touched = [str(work / "out"), str(work / "bag"), str(work / ".mujaz-bag")]
        for name, which, errors in inject.points(scene.command(stage.program, work), touched, work / "trace"):
            all_ += [(scene, name, which, what) for what in [*errors, "KILL"]]
    random.Random(1).shuffle(all_)
    chosen = all_[:wanted]

    def one(judge, item):
        scene, name, which, what = item
        scene.reset(judge.work)
        command = scene.command(stage.program, judge.work)
        ended, happened = inject.broken(command, name, which, what, judge.work / "trace")
        return happened, judge.after_fault(scene, ended) + judge.after_rerun(scene)

    count = 0
    for (scene, name, which, what), (happened, wrong) in each(judges, chosen, one):
        tally.add(f"{scene.name}, {what} at {name} {which}", wrong)
        count += happened
    # Waiting for another process makes a call more or less.
    if count < 0.98 * len(chosen):
        tally.add("strace", [f"only {count} of {len(chosen)} faults came to pass"])
    return f"{count} injected faults of {len(all_)} possible ones in {len(stage.scenes)} scenes"


def kills(stage, judges, wanted, tally):
    """Kills at random moments of each scene."""
    lasting = {}
    for scene in stage.scenes:
        scene.reset(judges[0].work)
        start = time.monotonic()
        subprocess.run(scene.command(stage.program, judges[0].work), capture_output=True, check=True)
        lasting[scene.name] = time.monotonic() - start
    chance = random.Random(2)
    items = []
    for at in range(wanted):
        scene = stage.scenes[at % len(stage.scenes)]
        items.append((scene, chance.uniform(0, lasting[scene.name])))

    def one(judge, item):
        scene, moment = item
        ended = 0
        # A run that was over before is run again, and killed earlier.
        while ended == 0 and moment > 0.0005:
            scene.reset(judge.work)
            running = subprocess.Popen(scene.command(stage.program, judge.work), stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            time.sleep(moment)
            running.kill()
            ended = running.wait()
            moment *= 0.8
        return ended != 0, judge.after_fault(scene, None) + judge.after_rerun(scene)

    count = 0
    for (scene, moment), (happened, wrong) in each(judges, items, one):
        tally.add(f"{scene.name}, killed after {moment * 1000:.1f} ms", wrong)
        count += happened
    return f"{count} random kills"


def together(stage, work, rounds, tally):
    """Eight builds at once into one folder, of two projects, and of all editions or one."""
    out = work / "together"
    runs = [(project, more) for project in (0, 1) for more in ([], [], [], ["one" if project else "two"])]
    texts = [stage.old, None]
    plain = work / "plain"
    stage.build(stage.projects[1], plain)
    texts[1] = tree(plain)
    for at in range(rounds):
        if at % 10 == 0:
            subprocess.run(["rm", "-rf", str(out)])
        running = [
            subprocess.Popen([stage.program, "build", *more, "--project", str(stage.projects[project]), "--out",
                              str(out), *stage.more], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            for project, more in runs]
        wrong = []
        for one in running:
            _, stderr = one.communicate()
            wrong += [] if one.returncode == 0 else [f"ended with {one.returncode}: {stderr[-300:]}"]
        files = tree(out)
        wrong += [f"{path} is left over" for path in leftovers(files)]
        wrong += [] if sound(files) and sorted(units(files)) == ["one", "two"] else ["the index is not sound"]
        for edition in units(files):
            part = {path: content for path, content in files.items() if path.startswith(f"{edition}/")}
            if not any(part == {path: it for path, it in text.items() if path.startswith(f"{edition}/")}
                       for text in texts):
                wrong.append(f"{edition} is of two builds")
        tally.add(f"round {at + 1}", wrong)
    return f"{rounds} rounds of {len(runs)} builds in one folder"


def main():
    work, program, full = Path(sys.argv[1]), sys.argv[2], "--full" in sys.argv[3:]
    tally, start = Tally(), time.monotonic()
    stage = Stage(program, work / "stage")
    judges = [Judge(stage, work / f"worker-{number}") for number in range(WORKERS)]
    for judge in judges:
        judge.work.mkdir()

    def said(line):
        print(f"{line}, {time.monotonic() - start:.0f} s", flush=True)

    # A few more than are promised: some calls come to pass only if another process is in the way.
    said(faults(stage, judges, 1020 if full else 150, tally))
    said(kills(stage, judges, 510 if full else 50, tally))
    count = lambda name: sum(getattr(judge, name) for judge in judges)
    said(f"of these states {count('left')} had leftovers, {count('mixed')} new files under an old manifest, "
         f"{count('refused')} were not sound, and none of those was taken for sound"
         if not tally.wrong else "the states were not all as they must be")
    said(together(stage, work, 100 if full else 5, tally))
    wrong, lines = disks.run(stage, work)
    tally.add("disks", wrong)
    for line in lines:
        said(line)
    if tally.wrong:
        sys.exit(f"{len(tally.wrong)} faults")
    print("nothing torn, nothing taken for sound that is not, all healed")


if __name__ == "__main__":
    main()
