"""Quotes: the quotation marks in `marks`, who speaks in `attribution`, what counts as a quote in `finding`."""
