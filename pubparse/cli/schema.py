"""Nothing in, the JSON Schema of the public record out: `pubparse schema`."""

import json

import pubparse
from pubparse.cli.streams import write


def schema() -> None:
    """Print the JSON Schema of a page.

    For example:

        pubparse schema > page.schema.json
    """
    write(json.dumps(pubparse.json_schema(), indent=2, ensure_ascii=False) + "\n")
