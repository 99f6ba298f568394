"""Names of needs as sentences call them, and whether a text is made of whole sentences."""

import re
from typing import Final

from tests.unit.needs.comparing import needs

NAMES: Final = dict(
    zip(
        needs(10),
        (
            *("responsibility", "income", "security", "mastery", "recognition", "freedom", "balance"),
            *("meaning", "Work with animals", "über Mittag heim"),
        ),
        strict=True,
    )
)
_WRONG: Final = r"  |\n|[{}]| [,;:.]|[,;:]\.|\.\.|\bNone\b|\b1 (times|pairs|places)\b|\bno pairs\b| -\d"
"""A gap, a leftover, the grammar of another number, or a hyphen for a minus sign."""


def named(need: str) -> str:
    return NAMES[need]


def reads_well(text: str) -> bool:
    """Say whether a text is made of whole sentences."""
    sentences = re.findall(r"\S.*?\.(?= |$)", text)
    return (
        text == " ".join(sentences)
        and all(sentence[0].isupper() or sentence[0].isdigit() for sentence in sentences)
        and not re.search(_WRONG, text)
    )
