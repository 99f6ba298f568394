"""The pages, one folder a section; a script directly in here would run without the frame."""
