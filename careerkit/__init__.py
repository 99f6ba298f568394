"""Career planning without a browser: needs, plan, review and interview answers as plain Python.

Start at :func:`careerkit.store.open_store`, which opens the place where workspaces are kept, and at the
actions in :mod:`careerkit.needs`, :mod:`careerkit.aspirations`, :mod:`careerkit.goals`,
:mod:`careerkit.review` and :mod:`careerkit.interview`, which return the changes to apply there.
"""
