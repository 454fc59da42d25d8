"""Words that tie a sentence to the one before it, which a title stands without."""

from __future__ import annotations

ADVERBS = frozenset(
    """when while so also however meanwhile then finally eventually nevertheless nonetheless moreover furthermore
    additionally instead indeed thus therefore hence afterwards accordingly besides surprisingly unsurprisingly
    interestingly fortunately unfortunately incidentally yet still""".split()
)
"""Adverbs that tie a clause to what stands before it."""
ASIDES = frozenset("however meanwhile nevertheless nonetheless moreover furthermore though therefore indeed".split())
"""Those that stand between commas anywhere."""
PHRASES = frozenset(
    tuple(phrase.split())
    for phrase in """in addition|as a result|for example|for instance|by contrast|in contrast|of course|in fact|in turn
        |at the same time|on the other hand|to be sure|after all|in other words|above all|not surprisingly|at this point
        |at that point|all the while|in the meantime|by the way""".split("|")
)
"""Phrases that do the same, where a comma ends them."""
LONGEST = max(map(len, PHRASES))
BACKGROUND = frozenset("as when while after since because although though once before whereas where".split())
"""Conjunctions of clauses before the subject, which are events of their own or none."""
BEFORE_BACKGROUND = frozenset(("even", "just"))
"""Adverbs that may stand before such a conjunction."""
