"""The library: everything read and found, in one SQLite file.

The tables in `migrations/` are the truth and open to any SQLite tool. One process writes at a time, any number
read meanwhile (write-ahead log). What makes a million events as quick as a hundred is derived from them and stored
beside them: the words in full-text indexes (`word_index.py`), the numbers as numpy columns (`event_columns.py`), a
chunk of events at a time (`index_build.py`).
"""
