"""Time words: words in `lexicon`, patterns in `rules`, meanings in the `*_words` modules, search in `engine`.

To add a rule, add one line to `rules.RULES`.
"""
