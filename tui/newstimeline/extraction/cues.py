"""Verbs and phrases of saying, as tables."""

from __future__ import annotations

VERBS = frozenset(
    """say tell add note ask reply respond answer claim argue explain announce state declare insist warn admit
    acknowledge assert write tweet post comment remark observe recall joke quip concede contend maintain stress
    emphasize emphasise reiterate repeat continue conclude complain confirm deny suggest exclaim shout yell cry
    whisper mutter murmur testify caution predict promise vow pledge urge counter retort allege describe call
    report confess boast lament muse opine proclaim recount relate remind reveal sigh snap speculate begin
    interject interrupt agree think believe counsel advise demand affirm elaborate quote mention hint chant
    scoff charge accuse dub label blast condemn criticize criticise praise hail denounce slam
    characterize characterise dismiss refer""".split()
)
"""Lemmas that can introduce a quote."""

STATEMENTS = frozenset(
    """say tell add note ask reply respond answer claim argue explain announce state declare insist warn admit
    acknowledge assert write tweet comment remark stress emphasize emphasise reiterate repeat confirm deny
    testify caution predict vow pledge urge report""".split()
)
"""Lemmas whose clause is a statement even without a quote."""

SAYING_PREPOSITIONS = ("according to", "in the words of")

WORKS = frozenset(
    """book film movie song album novel play show series episode poem painting essay article column magazine
    track single documentary musical headline titled called entitled named dubbed nicknamed""".split()
)
"""Words before a title in quotation marks."""
