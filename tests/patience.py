"""How long tests wait for other processes and threads.

Each of them ends long before that, however busy the machine is: a test fails by it only if one never ends.
"""

from typing import Final

PATIENCE: Final = 300.0  # seconds
