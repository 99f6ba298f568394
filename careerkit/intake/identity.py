"""Ids for what comes from elsewhere: the same entry has the same id whenever it is read."""

import unicodedata
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from careerkit.text import clean_line

_IDS_OF_WORKSPACES: Final = uuid5(NAMESPACE_URL, "careerkit/workspaces")
"""The name space that entries of another workspace get their ids from too."""


def title_key(title: str) -> str:
    """Return what two titles have in common that a reader takes for one: blanks, case, invisible signs."""
    folded = clean_line(title).casefold()
    if folded.isascii():
        return folded
    return "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")


def id_here(workspace_id: str, name: str) -> str:
    """Return the id in a workspace of what is called ``name`` elsewhere: a UUID (version 5), hexadecimal."""
    return uuid5(uuid5(_IDS_OF_WORKSPACES, workspace_id), name).hex
