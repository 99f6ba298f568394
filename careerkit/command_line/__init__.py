"""The command line: what can be done with the data folder without a browser."""
