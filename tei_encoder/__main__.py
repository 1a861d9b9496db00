"""Lets ``python -m tei_encoder`` do what the ``tei-encoder`` command does."""

from tei_encoder.app.cli import main

if __name__ == "__main__":
    main()
