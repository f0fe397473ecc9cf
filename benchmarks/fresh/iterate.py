"""In a new process: go through all tickets, and tell the most memory that took."""

import json
import resource
import sys
import tracemalloc
from typing import Any

from spacecat_shared_data_access import create_data_access

url, count, how = sys.argv[1], int(sys.argv[2]), sys.argv[3]
with create_data_access(postgrest_url=url) as data_access:
    tickets: Any = data_access.Ticket  # blocking, which its source does not tell
    next(tickets.iterate(limit=1))  # what is made once is there
    if how == "traced":
        tracemalloc.start()
    met = sum(1 for _ in tickets.iterate(limit=count))
    if how == "traced":
        peak = tracemalloc.get_traced_memory()[1]
    else:
        # In KiB, on a Mac in bytes.
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
assert met == count, met
print(json.dumps({"peak": peak}))
