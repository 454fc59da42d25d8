"""The reader's own work on what was found: corrections, judgements, marks, notes and tags.

Each is one `Change` in a log that only grows. What the extraction found is never altered; `application` works out what
an article looks like with the changes that are in force.
"""
