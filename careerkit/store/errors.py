"""What can go wrong between memory and disk: one class a cause, each message fit for the screen."""

from careerkit.errors import CareerKitError


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


class WorkspaceGoneError(CareerKitError, LookupError):
    """No workspace has this id, or no longer."""

    def __init__(self, workspace_id: str) -> None:
        super().__init__("This workspace is gone. Was it deleted in another tab? Reload the page to go on.")
        self.workspace_id = workspace_id


class OlderThanSeenError(CareerKitError):
    """What is stored is older than what the writer has seen: it was deleted or exchanged from outside."""

    def __init__(self) -> None:
        super().__init__(
            "The data was deleted or replaced since this page was opened. Nothing was saved. Reload the page."
        )


class TooLargeError(CareerKitError):
    """The workspace would grow past what a backup can carry."""

    def __init__(self, what: str) -> None:
        super().__init__(f"This would make the workspace too large ({what}). Nothing was saved.")


class BrokenRecordError(CareerKitError):
    """A stored or uploaded document does not hold what it should; ``path`` names the place."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"The entry at {path} cannot be read: {why}.")
        self.path = path


class DamagedFileError(CareerKitError):
    """A workspace's file is not readable; it is left as it is."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"The file {path} cannot be read ({why}). It was left as it is. "
            "The version before it lies beside it, ending in .bak."
        )


class NotABackupError(CareerKitError):
    """An uploaded file is not a backup of careerkit, or is damaged."""


class NewerFormatError(CareerKitError):
    """A document was written by a newer version of careerkit."""

    def __init__(self) -> None:
        super().__init__("This was made by a newer version of careerkit. Update careerkit to open it.")
