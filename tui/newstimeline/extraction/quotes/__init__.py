"""Quotes: the marks in `marks`, what counts as a quote in `marked_quotes`, who speaks in `attribution`."""
