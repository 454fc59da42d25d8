"""The browser in plain lines, for screen readers and bare terminals: commands typed as words, answers as sentences.

The same library, queries, order and counts as on the screen; nothing is drawn, nothing is cut.
"""
