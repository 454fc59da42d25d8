"""Time words and what they mean: words in `lexicon`, patterns in `rules`, meanings in `resolve`, search in `engine`.

A newcomer adds a rule as one line of `rules.RULES`.
"""
