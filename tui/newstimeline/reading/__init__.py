"""From bytes to articles: whatever `newstimeline` is pointed at, read by its content.

`read_path` (`file_finder.py`) yields, one after another, raw articles (still to be extracted), extractions (from
parsed-events files) and what had to be skipped, with the reason. All text it yields is clean (see
`newstimeline.clean`).
"""

from newstimeline.reading.file_finder import count_files
from newstimeline.reading.json_lines import Unread
from newstimeline.reading.outcome import FileEnd, Parsed, Skipped

__all__ = ["FileEnd", "Parsed", "Skipped", "Unread", "count_files"]
