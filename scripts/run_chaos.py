"""Run the full chaos test: thousands of calls through a proxy that injects faults.

Starts its own embedded server, and accounts for every row at the end. Prints the outcomes of the calls, the
faults that were injected, and every inconsistency found.

Usage: python scripts/run_chaos.py [--seed N] [--scale X] [--rate X] [--api blocking|asyncio]
                                   [--transport httpx|aiohttp]
"""

import argparse
import secrets
import sys
from pathlib import Path

import jwt

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from chaos.run import run
from chaos.workload import Sizes
from spacecat_shared_data_access.local import LocalPostgrest


def main() -> int:
    """Run the test. Return 1 if there is an inconsistency, else 0."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--seed", type=int, default=1)
    options.add_argument(
        "--scale", type=float, default=1, help="factor for 2,000 creates, 500 saves, 200 removes, 500 nonces"
    )
    options.add_argument("--rate", type=float, default=0.1, help="share of requests that get a fault")
    options.add_argument("--api", choices=["blocking", "asyncio"], action="append")
    options.add_argument("--transport", choices=["httpx", "aiohttp"], default="httpx", help="for asyncio")
    arguments = options.parse_args()
    sizes = Sizes(*(round(number * arguments.scale) for number in (2_000, 500, 200, 500)))
    complaints = 0
    secret = secrets.token_hex(32)
    api_key = jwt.encode({"role": "postgrest_writer"}, secret, algorithm="HS256")
    with LocalPostgrest(jwt_secret=secret) as server:
        for api in arguments.api or ["blocking", "asyncio"]:
            server.reset()
            report = run(
                api,
                server.url,
                server.database_url,
                sizes,
                seed=arguments.seed,
                api_key=api_key,
                rate=arguments.rate,
                transport=arguments.transport,
            )
            print(report)
            complaints += len(report.complaints)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
