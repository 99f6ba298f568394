"""Interview answers: composed from the plan, reviewed before they are said."""

from careerkit.interview.model import Answer, Application, Horizon, Origin, Sentence

__all__ = ["Answer", "Application", "Horizon", "Origin", "Sentence"]
