"""Documents that people take with them: domain values in, text or bytes out."""

from careerkit.export.markdown import answer_markdown

__all__ = ["answer_markdown"]
