"""Names of files that people download."""

import re


def slug(name: str) -> str:
    """Return a name for a file: small letters, digits and dashes, at most 40."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or "interview"
