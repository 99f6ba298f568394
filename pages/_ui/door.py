"""The one door between pages and the store: who is here is asked before anything is read or written."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Final, TypeAlias

from careerkit.change import Change, ConflictError, Ids, RandomIds, Stamp
from careerkit.errors import CareerKitError
from careerkit.store import Backup, NotConfirmedError, Store
from careerkit.workspace import Workspace, acknowledged
from pages._ui.access import Access, AccessRefusedError, current_access
from pages._ui.clock import now
from pages._ui.notes import keep_note
from pages._ui.refusal import keep_conflict, keep_refusal
from pages._ui.session import session
from pages._ui.state import Key, Keys
from pages._ui.stores import store_of

IDS: Final[Ids] = RandomIds()
"""Where new entries get their ids from."""

Deed: TypeAlias = Callable[[Workspace, Stamp], Sequence[Change]]
"""An action, waiting for the snapshot it starts from and the stamp of who acts."""


def open_workspace() -> Workspace:
    """Return the newest snapshot, made if there is none, and remember it as what this run shows.

    For the frame, once in each full run: what callbacks save is compared with it.
    """
    access = current_access()
    store = store_of(access)
    workspace_id = shown_id(store, access)
    known = store.revision(workspace_id) is not None
    return _remember(store.load(workspace_id) if known else store.create(workspace_id))


def current_workspace() -> Workspace:
    """Return the newest snapshot of what this visitor looks at: their own workspace, or the demo person's."""
    return workspace_loader()()


def change_workspace(deed: Deed, *, done: str = "", base: Keys | None = Key.SEEN) -> Workspace | None:
    """Run an action on the snapshot that its input came from, and save what it wants changed.

    ``base`` is where the session keeps that snapshot: what the page shows, or what a draft was filled from;
    ``None`` stands for the newest one, for a deed that looks for itself. Returns the new snapshot, and lets
    the next full run say ``done`` in passing. When a rule refuses, someone else was faster or saving fails,
    nothing is stored, the reason waits for the page to show it, and the answer is ``None``. Call it from
    widget callbacks.
    """
    try:
        access = current_access()
        store = store_of(access)
        workspace = _base_of(base, store, access)
        changes = deed(workspace, _stamp_of(access))
        workspace = _saved(store, workspace, changes)
    except ConflictError as conflict:
        keep_conflict(conflict)
        if base not in (None, Key.SEEN):  # the page is drawn anew from the newest; a draft stays
            with suppress(CareerKitError):  # what cannot be read now is met, and told, by the next run
                session[base] = acknowledged(workspace, conflict, store.load(workspace.id))
    except CareerKitError as refusal:
        keep_refusal(str(refusal))
    else:
        if done:
            keep_note(done)
        return _remember(workspace)
    return None


def adopt_backup(backup: Backup, *, done: str) -> Workspace | None:
    """Make the visitor's workspace, empty so far, what a backup holds; refused, it waits like any change."""
    try:
        store, workspace_id = shown_place()
        workspace = store.adopt(workspace_id, backup)
    except CareerKitError as refusal:
        keep_refusal(str(refusal))
        return None
    keep_note(done)
    return _remember(workspace)


def workspace_loader() -> Callable[[], Workspace]:
    """Return a function that loads the newest snapshot of what this visitor looks at.

    For downloads: Streamlit makes them outside of any run, where nobody can be asked who is there any more.
    """
    store, workspace_id = shown_place()
    return partial(store.load, workspace_id)


def shown_place() -> tuple[Store, str]:
    """Return the store of what this visitor looks at, and its id there."""
    access = current_access()
    store = store_of(access)
    return store, shown_id(store, access)


def stamp_now() -> Stamp:
    """Return who acts, and that it is now."""
    return _stamp_of(current_access())


def shown_id(store: Store, access: Access) -> str:
    """Return the id of the workspace on show: the demo person's while there is one, whole and readable."""
    with suppress(CareerKitError):
        if store.load(access.demo_id).profile.demo:
            return access.demo_id
    return access.workspace_id


def _saved(store: Store, base: Workspace, changes: Sequence[Change]) -> Workspace:
    commit_id = IDS.new()
    try:
        return store.apply(base.id, changes, seen=base.revision, commit_id=commit_id)
    except NotConfirmedError:  # it is there; asked once more, the disk may say that it stays
        return store.apply(base.id, changes, seen=base.revision, commit_id=commit_id)


def _stamp_of(access: Access) -> Stamp:
    return Stamp(by=access.actor, at=now())


def _base_of(base: Keys | None, store: Store, access: Access) -> Workspace:
    if base is None:
        return store.load(shown_id(store, access))
    seen: Workspace | None = session.get(base)
    # Without it, or with another person's, the page was drawn for somebody else: the session was emptied.
    if seen is None or seen.id not in (access.workspace_id, access.demo_id):
        raise AccessRefusedError
    return seen


def _remember(workspace: Workspace) -> Workspace:
    session[Key.SEEN] = workspace
    return workspace
