"""Run the full load test: one data access, shared by 64 threads or 500 tasks for a minute each.

Starts its own embedded server. Prints calls, memory and sockets, and every inconsistency found.

Usage: python scripts/run_load.py [--seconds N] [--threads N] [--tasks N] [--transport httpx|aiohttp]
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from chaos.load import run
from spacecat_shared_data_access.local import LocalPostgrest


def main() -> int:
    """Run the test. Return 1 if there is an inconsistency, else 0."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--threads", type=int, default=64)
    options.add_argument("--tasks", type=int, default=500)
    options.add_argument("--transport", choices=["httpx", "aiohttp"], default="httpx", help="for asyncio")
    arguments = options.parse_args()
    complaints = 0
    with LocalPostgrest() as server:
        for api, workers in (("blocking", arguments.threads), ("asyncio", arguments.tasks)):
            server.reset()
            report = run(
                api,
                server.url,
                server.database_url,
                workers=workers,
                seconds=arguments.seconds,
                transport=arguments.transport,
            )
            print(report)
            complaints += len(report.complaints)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
