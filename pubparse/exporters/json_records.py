"""Works in, their records as JSON out.

Every key of every record, the spans of the page included: nothing is lost. `json` is one array, `jsonl` a record a
line, for `jq`, streams and databases. Each record begins with the `file` it was read from; the rest is a `Publication`
of the JSON Schema that `pubparse schema` prints, its `id` being unique in the whole export.
"""

import json
import re
from collections.abc import Iterator, Sequence

from pubparse.exporters.contract import Exporter, Options
from pubparse.exporters.json_arrays import BEGINS, array
from pubparse.exporters.work import Work

_BEGINNING = '{\t"file":'  # a tab tells our records from those of others, as it does our arrays


def _records(works: Sequence[Work]) -> Iterator[str]:
    for work in works:
        work.take_all()
        record = work.publication.model_copy(update={"id": work.key}).model_dump_json()
        yield f"{_BEGINNING}{json.dumps(work.file, ensure_ascii=False)},{record[1:]}"


def _write_array(works: Sequence[Work], _options: Options) -> str:
    return f"{array(_records(works))}\n"


def _write_lines(works: Sequence[Work], _options: Options) -> str:
    return "".join(f"{record}\n" for record in _records(works))


JSON = Exporter("json", "JSON", ".json", _write_array, begins=BEGINS)
JSON_LINES = Exporter("jsonl", "JSON Lines", ".jsonl", _write_lines, begins=re.compile(re.escape(_BEGINNING)))
