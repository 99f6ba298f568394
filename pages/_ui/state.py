"""Every key of the session state and of a widget: the only place that spells them."""

from enum import StrEnum


class Key(StrEnum):
    """Names in ``st.session_state``. Identity is never kept under a name that a widget uses."""

    # the frame
    IDENTITY = "_identity"
    VISIT = "_visit"
    REFUSAL = "_refusal"
    STORED = "_stored"
    SEEN = "_seen"
    UNDO = "undo"
    DEMO_ADD = "demo-add"
    DEMO_REMOVE = "demo-remove"
    GUEST_BACKUP = "guest-backup"

    def of(self, entity_id: str) -> str:
        """Return this key for one entity."""
        return f"{self.value}-{entity_id}"
