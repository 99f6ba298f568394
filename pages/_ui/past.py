"""What was saved in the past, read only as far as somebody asks."""

from collections.abc import Iterator

from careerkit.change import Batch
from careerkit.errors import CareerKitError
from pages._ui.door import shown_place


class Past:
    """The batches of the workspace on show, the newest first; to be gone through once.

    They end after ``most`` of them; ``more`` then says that there were others. When one cannot be read, they
    end there, and ``damage`` says why; it is empty until then.
    """

    def __init__(self, most: int | None = None) -> None:
        """Begin at the newest."""
        self._most = most
        self.more = False
        self.damage = ""

    def __iter__(self) -> Iterator[Batch]:
        """Yield each batch, reading it when it is asked for."""
        store, workspace_id = shown_place()
        try:
            for at, batch in enumerate(store.history(workspace_id)):
                if at == self._most:
                    self.more = True
                    return
                yield batch
        except CareerKitError as error:
            self.damage = str(error)
