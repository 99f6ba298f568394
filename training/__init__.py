"""How the answer review is trained and measured; not part of the package that is installed."""
