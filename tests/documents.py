"""The examples in the documents, so that tests can run them as they stand there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def python_examples(document: str, heading: str | None = None) -> list[str]:
    """The Python blocks of a document, or of what is under one heading of it, in order."""
    text = (ROOT / document).read_text(encoding="utf-8")
    if heading is not None:
        sections = re.split(r"^#+ (.+)$", text, flags=re.MULTILINE)
        # Split by a group: what is before the first heading, then headings and their texts in turn.
        text = dict(zip(sections[1::2], sections[2::2], strict=True))[heading]
    return re.findall(r"^```python\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
