"""In a new process: iterate over all tickets, and print the peak memory."""

import json
import resource
import sys
import tracemalloc
from typing import Any

from spacecat_shared_data_access import create_data_access

url, count, how = sys.argv[1], int(sys.argv[2]), sys.argv[3]
with create_data_access(postgrest_url=url) as data_access:
    tickets: Any = data_access.Ticket  # its source does not say that it is the sync API
    next(tickets.iterate(limit=1))  # create everything that is created only once
    if how == "traced":
        tracemalloc.start()
    seen = sum(1 for _ in tickets.iterate(limit=count))
    if how == "traced":
        peak = tracemalloc.get_traced_memory()[1]
    else:
        # In KiB, on macOS in bytes.
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
assert seen == count, seen
print(json.dumps({"peak": peak}))
