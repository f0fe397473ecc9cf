"""In a new process: keep many tickets as dicts, as models or as models that were read; print their memory."""

import gc
import json
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import orjson

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks import rows

from spacecat_shared_data_access import create_data_access

_PAGE = 1_000

kind, count = sys.argv[1], int(sys.argv[2])
with create_data_access(postgrest_url="http://127.0.0.1:3000") as data_access:
    instances = data_access.Ticket.models_from_rows
    instances(orjson.loads(rows.page(0, 1)))
    tracemalloc.start()
    kept: list[Any] = []
    for offset in range(0, count, _PAGE):
        page = orjson.loads(rows.page(offset, _PAGE))
        models = [] if kind == "dicts" else instances(page)
        if kind == "read":
            for model in models:
                model.get_ticket_key()
        kept += models or page
        del page, models
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
assert len(kept) == count
print(json.dumps({"held": held}))
