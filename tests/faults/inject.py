"""strace as the disk that fails: every call of a run that touches the outputs, and the run with one of them broken."""

import re
import subprocess

# What the disk can say to each call. A file that is only opened for reading cannot find the disk full.
ERRORS = {
    "openat": ["EIO", "EACCES"], "creat": ["ENOSPC", "EROFS", "EDQUOT", "EACCES", "EIO"],
    "write": ["EIO", "ENOSPC", "EDQUOT", "EFBIG"], "fsync": ["EIO", "ENOSPC", "EDQUOT"],
    "rename": ["EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT"], "link": ["EIO", "ENOSPC", "EACCES"],
    "unlink": ["EIO", "EACCES", "EROFS"], "mkdir": ["EACCES", "ENOSPC", "EROFS", "EDQUOT"],
    "rmdir": ["EIO", "EACCES"], "flock": ["EIO", "ENOLCK"], "fchmod": ["EIO"],
}
CALLS = ("openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,"
         "rmdir,flock,fchmod,chmod")
KINDS = {"pwrite64": "write", "fdatasync": "fsync", "renameat": "rename", "renameat2": "rename", "linkat": "link",
         "unlinkat": "unlink", "mkdirat": "mkdir", "chmod": "fchmod"}


def points(command, touched, log):
    """Each call of the run's first thread that touches one of these paths: (name, which of that name, errors)."""
    subprocess.run(["strace", "--seccomp-bpf", "-f", "-y", "-s", "1", "-o", log, "-e", f"trace={CALLS}", *command],
                   capture_output=True, check=True)
    found, counts, first = [], {}, None
    for line in open(log, encoding="utf-8", errors="replace"):
        match = re.match(r"(\d+) +(\w+)\(", line)
        if not match:
            continue
        first = first or match[1]
        if match[1] != first:
            continue
        name = match[2]
        counts[name] = counts.get(name, 0) + 1
        if any(path in line for path in touched):
            kind = "creat" if name == "openat" and "O_CREAT" in line else KINDS.get(name, name)
            found.append((name, counts[name], ERRORS[kind]))
    return found


def broken(command, name, which, what, log):
    """Runs with one call broken: an error of the disk, or KILL. The end of the run, None if it was killed, and whether
    the fault came to pass."""
    # With --seccomp-bpf strace injects errors, but no signals.
    how, quick = ("signal=KILL", []) if what == "KILL" else (f"error={what}", ["--seccomp-bpf"])
    ended = subprocess.run(
        ["strace", *quick, "-f", "-o", log, "-e", f"trace={name}", "-e", f"inject={name}:{how}:when={which}", *command],
        capture_output=True, text=True)
    text = open(log, encoding="utf-8", errors="replace").read()
    if what == "KILL":
        return None, "killed by SIGKILL" in text
    return ended, "(INJECTED)" in text
