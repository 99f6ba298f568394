"""The one door between pages and the store: who is here is asked before anything is read or written."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeAlias

import streamlit as st

from careerkit.change import Change, ConflictError, Ids, RandomIds, Stamp
from careerkit.errors import CareerKitError
from careerkit.store import Store
from careerkit.workspace import Workspace
from pages._ui.access import Access, current_access
from pages._ui.clock import now
from pages._ui.notes import keep_note
from pages._ui.refusal import keep_refusal
from pages._ui.state import Key
from pages._ui.stores import store_of

IDS: Final[Ids] = RandomIds()
"""Where new entries get their ids from."""

Deed: TypeAlias = Callable[[Workspace, Stamp], Sequence[Change]]
"""An action, waiting for the newest snapshot and the stamp of who acts."""


def current_workspace() -> Workspace:
    """Return the newest snapshot of what this visitor looks at: their own workspace, or the demo person's."""
    access = current_access()
    store = store_of(access)
    workspace_id = shown_id(store, access)
    known = store.revision(workspace_id) is not None
    return _remember(store.load(workspace_id) if known else store.create(workspace_id))


def change_workspace(deed: Deed, *, done: str = "") -> Workspace | None:
    """Run an action on the snapshot that the visitor saw, and save what it wants changed.

    Returns the new snapshot, and lets the next full run say ``done`` in passing. When a rule refuses,
    someone else was faster or saving fails, nothing is stored, the reason waits for the page to show it, and
    the answer is ``None``. Call it from widget callbacks.
    """
    try:
        access = current_access()
        store = store_of(access)
        workspace = _seen_workspace(store, access)
        changes = deed(workspace, _stamp_of(access))
        workspace = store.apply(workspace.id, changes, seen=workspace.revision, commit_id=IDS.new())
    except ConflictError as conflict:
        keep_refusal(str(conflict), theirs=conflict.theirs, yours=conflict.yours)
    except CareerKitError as refusal:
        keep_refusal(str(refusal))
    else:
        if done:
            keep_note(done)
        return _remember(workspace)
    return None


def workspace_loader() -> Callable[[], Workspace]:
    """Return a function that loads the newest snapshot of what this visitor looks at.

    For downloads: Streamlit makes them outside of any run, where nobody can be asked who is there any more.
    """
    access = current_access()
    store = store_of(access)
    return partial(store.load, shown_id(store, access))


def stamp_now() -> Stamp:
    """Return who acts, and that it is now."""
    return _stamp_of(current_access())


def shown_id(store: Store, access: Access) -> str:
    """Return the id of the workspace on show: the demo person's while there is one."""
    return access.demo_id if store.revision(access.demo_id) is not None else access.workspace_id


def _stamp_of(access: Access) -> Stamp:
    return Stamp(by=access.actor, at=now())


def _seen_workspace(store: Store, access: Access) -> Workspace:
    """Return what the page was drawn from, so that the store notices what changed behind it."""
    seen: Workspace | None = st.session_state.get(Key.SEEN)
    if seen is not None and seen.id in (access.workspace_id, access.demo_id):
        return seen
    return store.load(shown_id(store, access))


def _remember(workspace: Workspace) -> Workspace:
    st.session_state[Key.SEEN] = workspace
    return workspace
