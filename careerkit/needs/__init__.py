"""Needs: the pairs that are compared, the order that follows, and how far it can be trusted."""

from careerkit.needs.model import Assessment, Need, PairAnswer, pair_key

__all__ = ["Assessment", "Need", "PairAnswer", "pair_key"]
