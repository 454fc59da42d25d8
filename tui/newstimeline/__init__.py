"""newstimeline: a timeline browser for news in the terminal.

The package imports nothing here, so that each command pays only for what it uses.
"""

__version__ = "0.1.0"
