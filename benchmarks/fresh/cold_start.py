"""In a new process: import something, make it ready, and tell how long that took."""

import sys
import time


def ours() -> None:
    """A data access and its first collection."""
    from spacecat_shared_data_access import create_data_access

    data_access = create_data_access(postgrest_url="http://127.0.0.1:3000")
    assert data_access.Ticket.table_name == "tickets"


def postgrest() -> None:
    """The library that queries are built with."""
    import postgrest


def httpx() -> None:
    """The HTTP client beneath."""
    import httpx


def supabase() -> None:
    """The library around postgrest-py."""
    from supabase import create_client

    create_client("http://127.0.0.1:3000", "key").table("tickets")


def floor() -> None:
    """What the standard library has for it."""
    import http.client
    import json


started = time.perf_counter()
{"ours": ours, "postgrest": postgrest, "httpx": httpx, "supabase": supabase, "floor": floor}[sys.argv[1]]()
seconds = time.perf_counter() - started


def not_wanted() -> list[str]:
    """Name what was imported that a cold start must not pay for: S3, the local server, entities' shapes."""
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


import json  # noqa: E402 - only now: the time of its import would have counted

print(json.dumps({"seconds": seconds, "not_wanted": not_wanted(), "modules": len(sys.modules)}))
