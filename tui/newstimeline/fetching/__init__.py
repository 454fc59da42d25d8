"""Pages and feeds from the web, fetched carefully: only public addresses, only what robots may read, never too much.

What was fetched is read like a file. urllib3 is imported when there is something to fetch.
"""

from newstimeline.fetching.fetcher import Fetcher
from newstimeline.fetching.inputs import is_address, read_inputs, read_whole

__all__ = ["Fetcher", "is_address", "read_inputs", "read_whole"]
