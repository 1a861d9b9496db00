"""Asks roc-validator about a crate; run by a Python of its own: ``python ask_rocrate.py FOLDER``; 1 for findings.

roc-validator fetches the vocabulary of RO-Crate from the network; here it gets the one that the package rocrate has.
"""

import json
import sys
from pathlib import Path
from typing import Any

import rocrate
from rocrate_validator import models, services
from rocrate_validator.utils.http import HttpRequester

CONTEXT = (Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld").read_text(encoding="utf-8")


class Answer:
    status_code = 200
    ok = True
    headers: dict[str, str] = {"Content-Type": "application/ld+json"}  # noqa: RUF012
    text = CONTEXT

    def json(self) -> Any:
        return json.loads(CONTEXT)


def get(_: object, url: str, *__: object, **___: object) -> Answer:
    if "ro/crate/1.1/context" not in url:
        raise RuntimeError(f"the network is asked for {url}")
    return Answer()


HttpRequester.get = get
settings = services.ValidationSettings(
    rocrate_uri=sys.argv[1], profile_identifier="ro-crate-1.1", requirement_severity=models.Severity.REQUIRED
)
issues = services.validate(settings).get_issues()
for issue in issues:
    print(issue.check.identifier, issue.message)
sys.exit(1 if issues else 0)
