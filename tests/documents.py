"""The examples in the documents, so that tests can run them as they stand there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def python_examples(document: str, heading: str) -> list[str]:
    """The Python blocks under a heading of a document, in order."""
    text = (ROOT / document).read_text(encoding="utf-8")
    sections = re.split(r"^#+ (.+)$", text, flags=re.MULTILINE)
    # Split by a group: what is before the first heading, then headings and their texts in turn.
    section = dict(zip(sections[1::2], sections[2::2], strict=True))[heading]
    return re.findall(r"^```python\n(.*?)^```$", section, flags=re.MULTILINE | re.DOTALL)
