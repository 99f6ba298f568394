"""What can go wrong between memory and disk: one class a cause, each message fit for the screen."""

from typing import Final

from careerkit.errors import CareerKitError

WHOLE: Final = "the whole file"
"""The path of damage that is nowhere in particular."""


class StoreUnavailableError(CareerKitError):
    """The place where workspaces are kept cannot be used at all."""

    def __init__(self, folder: str, why: str) -> None:
        super().__init__(
            f"The data folder {folder} cannot be used ({why}). "
            "Choose another one with the setting CAREERKIT_DATA, or make this one writable."
        )
        self.folder = folder


class NotSavedError(CareerKitError):
    """The change was understood but could not be written; what was saved before is untouched."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"This could not be saved ({why}). What was saved before is safe. "
            "Make room or free the file, then try again."
        )
        self.why = why


class NotRepairedError(CareerKitError):
    """A file is damaged, and the good copy of it cannot be put in its place just now."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The file of your plan is damaged, and cannot be repaired just now ({why}). "
            "A good copy is there: make room on the disk or free the file, then reload the page."
        )


class NotConfirmedError(NotSavedError):
    """The change was written and is visible, but the disk did not confirm that it will last.

    Sending it again with the same commit id asks the disk once more, and lands once.
    """

    def __init__(self, why: str) -> None:
        CareerKitError.__init__(
            self,
            f"This was written, but the disk did not confirm it ({why}). What was saved before is safe. "
            "It could be missing after a power cut, so save it again once the disk is well.",
        )
        self.why = why


class NotDeletedError(CareerKitError):
    """A deletion was cut off by the system: some of it may be gone and some still there."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Not everything could be deleted ({why}). Some of it may still be there, so delete it again."
        )


class UnreadableError(CareerKitError):
    """A file is there, but the system does not let it be read; nothing was touched.

    ``passing`` says that it may well be readable the next moment.
    """

    def __init__(self, path: str, why: str, *, passing: bool = False) -> None:
        super().__init__(
            f"The file {path} cannot be read ({why}). Nothing was changed. "
            "Free the file or give back the right to read it, then try again."
        )
        self.path = path
        self.passing = passing


class WorkspaceGoneError(CareerKitError, LookupError):
    """No workspace has this id, or no longer."""

    def __init__(self, workspace_id: str) -> None:
        super().__init__("This workspace is gone. Was it deleted in another tab? Reload the page to go on.")
        self.workspace_id = workspace_id


class NoSuchCopyError(CareerKitError, LookupError):
    """Nothing of this name is kept beside the workspace, or no longer."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The copy “{name}” is gone. Newer ones may have taken its place: look again.")
        self.name = name


class ForeignCopyError(CareerKitError):
    """A copy holds another workspace than the one it lies beside."""

    def __init__(self, name: str, holds: str) -> None:
        super().__init__(f"The copy “{name}” holds another workspace, “{holds}”, so it stays where it is.")
        self.name = name


class OlderThanSeenError(CareerKitError):
    """What is stored is older than what the writer has seen: it was deleted or exchanged from outside."""

    def __init__(self) -> None:
        super().__init__(
            "The data was deleted or replaced since this page was opened. Nothing was saved. Reload the page."
        )


class TooLargeError(CareerKitError):
    """The workspace would grow past what a backup can carry."""

    def __init__(self, what: str, *, advice: str) -> None:
        super().__init__(f"This would make the workspace too large ({what}). Nothing was saved. {advice}")


class CannotBeKeptError(CareerKitError, ValueError):
    """A change holds what JSON cannot keep; ``path`` names kind, entry and field."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"The value at {path} cannot be kept: {why}. Nothing was saved: enter it again.")
        self.path = path


class BrokenRecordError(CareerKitError):
    """A stored or uploaded document does not hold what it should; ``path`` names the place."""

    def __init__(self, path: str, why: str) -> None:
        whole = path == WHOLE
        super().__init__(f"The {'file' if whole else f'entry at {path}'} cannot be read: {why.rstrip('.')}.")
        self.path = path
        self.why = why if whole else f"at {path}: {why}"


class DamagedFileError(CareerKitError):
    """A file is damaged and no good version of it is left; it is left as it is."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"The file {path} is damaged ({why.rstrip('.')}). It was left as it is, and no earlier version "
            "of it can be read. Start anew, which keeps it aside, and restore a backup."
        )
        self.path = path


class HistoryDamagedError(CareerKitError):
    """A part of the history that has left the workspace's file is missing or damaged."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"The history before this cannot be read ({path}: {why.rstrip('.')}). Your entries are safe: "
            "they are kept apart from it. An older backup may still hold it."
        )
        self.path = path


class NotABackupError(CareerKitError):
    """An uploaded file is not a backup of careerkit, or is damaged."""


class NotEmptyError(CareerKitError):
    """A backup can take over a place whole only while nothing was ever entered there."""

    def __init__(self) -> None:
        super().__init__(
            "There are entries here already, so nothing was changed. Replace or add to them instead."
        )


class NewerFormatError(CareerKitError):
    """A document was written by a newer version of careerkit."""

    def __init__(self) -> None:
        super().__init__(
            "This was made by a newer version of careerkit and is left as it is. Update careerkit to open it."
        )
