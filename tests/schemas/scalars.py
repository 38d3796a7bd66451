"""YAML as validators see it, in two ways.

mujaz reads every scalar as text and lets the type decide; an editor resolves plain scalars by the core schema of
YAML 1.2 first. A schema must hold for both, so every file is read both ways. PyYAML's own loaders are of YAML 1.1, in
which `no` is false, `2031-06-09` a date and `0777` octal: only their scanner is used here.
"""

import re

import yaml


class Text(yaml.BaseLoader):
    """Every scalar is text; a plain `~`, `null` or empty place is nothing, as in mujaz."""


class Core(yaml.BaseLoader):
    """The core schema of YAML 1.2 (10.3.2), as editors read it."""


def of_loader(loader, words):
    """Resolves the plain scalars that match, each pattern with what it makes of them."""
    loader.yaml_implicit_resolvers = {}
    for tag, (pattern, make) in words.items():
        loader.add_implicit_resolver(tag, re.compile(f"^(?:{pattern})$"), None)
        loader.add_constructor(tag, lambda own, node, make=make: make(node.value))
    # A list or map inside a key is no word: mujaz refuses it before any schema is asked.
    loader.add_constructor("tag:yaml.org,2002:str", yaml.constructor.SafeConstructor.construct_yaml_str)


def integer(text):
    return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))


of_loader(Text, {"!null": ("~|null|", lambda _: None)})
of_loader(Core, {
    "!null": ("~|null|Null|NULL|", lambda _: None),
    "!bool": ("true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    "!int": ("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", integer),
    "!float": (r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", float),
})


def words(value):
    """Keys are words in JSON, whatever YAML takes them for."""
    if isinstance(value, dict):
        return {word(key): words(inner) for key, inner in value.items()}
    return [words(inner) for inner in value] if isinstance(value, list) else value


def word(key):
    return {None: "", True: "true", False: "false"}.get(key, str(key)) if not isinstance(key, str) else key


def both(text):
    """A YAML text as mujaz and as editors read it, by the name of the reader."""
    return {loader.__name__: words(yaml.load(text, loader)) for loader in (Text, Core)}
