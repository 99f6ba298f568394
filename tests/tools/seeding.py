"""Entries that lie in the store before a page is opened."""

from datetime import datetime

from streamlit.testing.v1 import AppTest

from careerkit.change import Actor, Entity, RandomIds, Stamp, created
from careerkit.store import default_folder, open_store
from pages._ui.clock import now
from pages._ui.state import Key

_BEFORE = Actor(id="before", name="Before")


def seed(app: AppTest, *entities: Entity, at: datetime | None = None) -> None:
    """Keep entities in the workspace that ``app`` shows, made now or then; the next run shows them."""
    store = open_store(default_folder())
    workspace_id = app.session_state[Key.SEEN].id
    stamp = Stamp(by=_BEFORE, at=at or now())
    store.apply(
        workspace_id,
        [created(entity, stamp=stamp) for entity in entities],
        seen=store.load(workspace_id).revision,
        commit_id=RandomIds().new(),
    )
