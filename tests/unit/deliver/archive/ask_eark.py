"""Asks eark-validator about a package; run by a Python of its own: ``python ask_eark.py FOLDER``, prints its report.

The validator fetches four vocabularies from the network when it starts; here they are the words that we use, and some.
"""

import io
import sys
import urllib.request
from pathlib import Path

WORDS = {
    "ContentCategory": ["Textual works – Print", "Textual works – Digital", "Mixed", "Other"],
    "ContentInformationType": ["MIXED", "OTHER"],
    "OAISPackageType": ["SIP", "AIP", "DIP", "AIU", "AIC"],
    "Status": ["CURRENT", "SUPERSEDED"],
}


def urlopen(address: str) -> io.BytesIO:
    name = address.rpartition("CSIPVocabulary")[2].removesuffix(".xml")
    return io.BytesIO("".join(f"<Term>{word}</Term>\n" for word in WORDS[name]).encode())


urllib.request.urlopen = urlopen

from eark_validator.packages import PackageValidator  # noqa: E402
from eark_validator.specifications.specification import SpecificationVersion  # noqa: E402

print(PackageValidator(Path(sys.argv[1]), SpecificationVersion.V2_1_0).validation_report.model_dump_json())
