"""The parts of the main screen; each keeps its own state, and `browse_screen.py` puts them together.

From the one that all others stand on: panes, navigation, status, then strip, selection, filters, review, sharing, pages
and news.
"""
