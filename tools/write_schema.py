"""The models in, `pubparse/model/page.schema.json` out."""

import json
from pathlib import Path

from pubparse.model.schema import json_schema

TARGET = Path(__file__).parent.parent / "pubparse" / "model" / "page.schema.json"

if __name__ == "__main__":
    TARGET.write_text(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    print(TARGET)
