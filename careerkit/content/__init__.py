"""Words and catalogues, kept in files beside the code and loaded into the types of the domain."""

from careerkit.content.needs import needs_catalogue, needs_words

__all__ = ["needs_catalogue", "needs_words"]
