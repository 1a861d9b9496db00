"""Times the encoder alone: ``python encoder.py TEXT FILE.xml ROUNDS`` prints one line of JSON.

What is timed is the function behind ``tei-encoder encode``: read, annotate, build, prove, validate, write.
The first round also loads the profile and the schema.
"""

import json
import sys
import time
from pathlib import Path

from tei_encoder.app.corpus import encode_file


def main() -> None:
    seconds = []
    for _ in range(int(sys.argv[3])):
        begin = time.perf_counter()
        encode_file(Path(sys.argv[1]), Path(sys.argv[2]))
        seconds.append(time.perf_counter() - begin)
    print(json.dumps({"first": seconds[0], "seconds": min(seconds)}))


if __name__ == "__main__":
    main()
