"""The files of projects with their kinds, and the fixture of planted faults in its mended form."""

import ast
import fnmatch
import re
import shutil
from pathlib import Path


def kind_of(path, kinds):
    """The kind whose pattern a path fits; `*` does not reach over a `/`."""
    fits = [
        kind for kind, pattern in kinds.items()
        if path.count("/") == pattern.count("/")
        and all(fnmatch.fnmatchcase(*pair) for pair in zip(path.split("/"), pattern.split("/")))
    ]
    assert len(fits) == 1, f"{path} is of the kinds {fits}"
    return fits[0]


def files(root):
    """The YAML files under `data/`, relative to the project, in order."""
    return sorted(str(path.relative_to(root)) for path in (root / "data").rglob("*.yaml"))


def literal(text):
    """The value of a Rust string literal."""
    return ast.literal_eval(re.sub(r"\\u\{([0-9a-f]+)\}", lambda it: f"\\u{int(it[1], 16):04x}", text))


def mended(repository, folder):
    """A copy of `tests/fixtures/broken` in which every fault that `tests/cases/broken.rs` lists is mended."""
    shutil.copytree(repository / "tests/fixtures/broken", folder)
    source = (repository / "tests/cases/broken.rs").read_text()
    string = r'("(?:[^"\\]|\\.)*")'
    names = {name: literal(value) for name, value in re.findall(rf"const (\w+): &str = {string};", source)}
    faults = re.findall(rf"planted\(\s*{string},\s*(\w+),\s*{string},\s*{string},?\s*\)", source)
    promised = int(re.search(r"const PLANTED: \[Planted; (\d+)\]", source)[1])
    assert len(faults) == promised, f"{len(faults)} of {promised} faults are understood"
    for _, file, context, replacement in faults:
        path = folder / names[file]
        written = re.sub("[⟦⟧]", "", literal(context))
        text = path.read_text()
        assert text.count(written) == 1, f"{written!r} stands {text.count(written)} times in {path}"
        path.write_text(text.replace(written, literal(replacement)))
    return folder
