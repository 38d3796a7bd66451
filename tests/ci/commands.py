"""The workflow files of `docs/ci/` -> each call of mujaz in them, tried on the program without doing anything.

What a command is given is replaced by an empty folder, so that the program gets as far as reading its command line and
no further: exit code 2 with a usage message is a call that the program does not know.
"""

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

FOLDER = Path("docs/ci")
PROGRAM = re.compile(r'^("?\$RUNNER_TEMP/mujaz"?|"?\$mujaz"?|\.tool/mujaz)\s+(.*)$')


def scripts():
    """Every line of shell that an engine would run, with the name of its file."""
    github = yaml.safe_load((FOLDER / "github-actions.yml").read_text("utf-8"))
    for job in github["jobs"].values():
        for step in job["steps"]:
            for line in step.get("run", "").splitlines():
                yield "github-actions.yml", line.strip()
    gitlab = yaml.safe_load((FOLDER / "gitlab-ci.yml").read_text("utf-8"))
    for job in gitlab.values():
        for line in job.get("script", []) if isinstance(job, dict) else []:
            yield "gitlab-ci.yml", line.strip()
    for line in (FOLDER / "slurm-array.sh").read_text("utf-8").splitlines():
        yield "slurm-array.sh", line.strip()


def calls():
    """The arguments of each call of mujaz."""
    for name, line in scripts():
        if found := PROGRAM.match(line):
            line = found[2].replace("${{ matrix.shard }}/${{ strategy.job-total }}", "2/4")
            yield name, shlex.split(line.split(" > ")[0])
    for document in yaml.safe_load_all((FOLDER / "kubernetes-job.yaml").read_text("utf-8")):
        pod = document["spec"]["template"]["spec"]
        for container in pod.get("initContainers", []) + pod["containers"]:
            if container["command"] != ["/mujaz"]:
                sys.exit(f"kubernetes-job.yaml: {container['command']} is not mujaz")
            yield "kubernetes-job.yaml", container["args"]


def plain(argument):
    """An argument as it may arrive: variables of engines and shells replaced."""
    argument = re.sub(r"\$\{SLURM_CPUS_PER_TASK:-1\}", "1", argument)
    argument = re.sub(r"\$\{?\(?[A-Za-z_]+\)?\}?", "2", argument)
    return argument if "$" not in argument else sys.exit(f"what is `{argument}`?")


def main():
    program = shlex.split(sys.argv[1])
    faults, known = [], set()
    every = list(calls())
    with tempfile.TemporaryDirectory() as empty:
        for name, arguments in every:
            arguments = [plain(argument).lstrip("/") for argument in arguments]
            done = subprocess.run([*program, *arguments], cwd=empty, capture_output=True, text=True, check=False)
            known.add((name, arguments[0]))
            if done.returncode not in (1, 2) or "Usage:" in done.stderr:
                faults.append(f"{name}: mujaz {' '.join(arguments)}: exit {done.returncode}\n{done.stderr}")
    for name in ["github-actions.yml", "gitlab-ci.yml", "kubernetes-job.yaml", "slurm-array.sh"]:
        for command in ["build", "archive", "verify"]:
            if (name, command) not in known:
                faults.append(f"{name}: mujaz {command} is not called")
    print("\n".join(faults) or f"{len(every)} calls of mujaz in {FOLDER} are understood")
    sys.exit(bool(faults))


main()
