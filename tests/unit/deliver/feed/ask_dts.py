"""Harvests a server by ThunderDots; run by a Python of its own: ``python ask_dts.py ADDRESS``, prints what it got."""

import json
import sys

from thunderdots import ThunderDots

harvest = ThunderDots(
    sys.argv[1], verbose=False, use_cache=False, retries=0, validate=True,
    resource_params={"fragment_mode": "navigation"},
)  # fmt: skip
harvest.fetch()
got = harvest.results()
print(
    json.dumps(
        {
            "valid": got["validation"]["output"]["ok"],
            "errors": got["meta"]["http_errors"],
            "collections": sorted(one["@id"] for one in got["collection_results"]),
            "texts": {
                one["id"]: {part["id"]: part["content"] for part in one["fragments"]} for one in got["resource_results"]
            },
        }
    )
)
