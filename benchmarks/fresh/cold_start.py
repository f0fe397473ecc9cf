"""In a new process: import something, make it ready, and print how long that took."""

import sys
import time


def ours() -> None:
    """Create a data access and access its first collection."""
    from spacecat_shared_data_access import create_data_access

    data_access = create_data_access(postgrest_url="http://127.0.0.1:3000")
    assert data_access.Ticket.table_name == "tickets"


def postgrest() -> None:
    """Import the library that builds queries."""
    import postgrest


def httpx() -> None:
    """Import the HTTP client."""
    import httpx


def supabase() -> None:
    """Create a client of the library around postgrest-py."""
    from supabase import create_client

    create_client("http://127.0.0.1:3000", "key").table("tickets")


def floor() -> None:
    """Import the modules of the standard library for it."""
    import http.client
    import json


started = time.perf_counter()
{"ours": ours, "postgrest": postgrest, "httpx": httpx, "supabase": supabase, "floor": floor}[sys.argv[1]]()
seconds = time.perf_counter() - started


def unwanted() -> list[str]:
    """Return the imports that a cold start must avoid: S3, the local server, entities' pydantic models."""
    package = "spacecat_shared_data_access"
    found = [name for name in ("boto3", "botocore", f"{package}.local") if name in sys.modules]
    validation = sys.modules.get("pydantic")
    for name, module in list(sys.modules.items()):
        if validation is not None and name.startswith(f"{package}.models."):
            found += [
                f"{name}.{each.__name__}"
                for each in vars(module).values()
                if isinstance(each, type) and issubclass(each, validation.BaseModel)
            ]
    return found


import json  # noqa: E402 - the time of this import must not count

print(json.dumps({"seconds": seconds, "unwanted": unwanted(), "modules": len(sys.modules)}))
