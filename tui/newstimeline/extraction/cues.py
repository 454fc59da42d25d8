"""Verbs and phrases of saying, as tables."""

from __future__ import annotations

from enum import Enum, auto

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

WORKS = frozenset(
    """book film movie song album novel play show series episode poem painting essay article column magazine
    track single documentary musical headline titled called entitled named dubbed nicknamed""".split()
)
"""Words before a title in quotation marks."""


class Form(Enum):
    """In which form a verb gives what it reports."""

    CLAUSE = auto()
    """ "says (that) it rains" """
    QUESTION = auto()
    """ "asks whether it rains" """
    INFINITIVE = auto()
    """ "promises to come", "urges them to come" """
    OBJECT = auto()
    """ "announces a deal" """


_VERBS_BY_FORM = {
    Form.CLAUSE: """say tell add note argue claim explain announce state declare insist warn admit acknowledge assert
        write tweet post comment remark observe recall joke quip concede contend maintain stress emphasize emphasise
        reiterate repeat continue conclude complain confirm deny suggest testify caution predict promise vow pledge
        counter retort allege report confess boast lament opine proclaim reveal speculate agree think believe advise
        affirm mention hint charge indicate imply estimate find consider learn read notice
        fear hope hop worry doubt feel assume guess suspect
        assure inform notify reply respond answer ask propose recommend determine demand insinuate
        rule show reckon figure relate warn underline underscore disclose theorize hypothesize forecast project
        anticipate realize convince persuade remind swear guarantee tout point signal""",
    Form.QUESTION: """ask wonder question explain inquire enquire debate discuss tell describe reveal consider
        say think guess""",
    Form.INFINITIVE: """urge ask promise pledge vow threaten hope hop plan expect call propose agree
        offer claim beg implore order demand instruct advise warn""",
    Form.OBJECT: """announce express reject denounce decry reiterate question deny acknowledge mention declare
        reveal cite echo slam blast dismiss note propose condemn confirm repeat stress emphasize rebut recall
        oppose endorse advocate""",
}

REPORTING: dict[str, frozenset[Form]] = {
    verb: frozenset(form for form, verbs in _VERBS_BY_FORM.items() if verb in verbs.split())
    for verb in " ".join(_VERBS_BY_FORM.values()).split()
}
"""Lemmas that report what somebody says, asks, promises or believes; "hop" is how the model understands "hoped"."""

REPORTING_PREPOSITIONS: dict[str, frozenset[str]] = {
    verb: frozenset(prepositions.split())
    for verb, prepositions in {
        "accuse": "of",
        "assure": "of",
        "ask": "about for",
        "blast": "for",
        "call": "for",
        "characterize": "as",
        "comment": "on",
        "complain": "about",
        "criticize": "for",
        "describe": "as",
        "hint": "at",
        "portray": "as",
        "praise": "for as",
        "refer": "to",
        "slam": "for",
        "speak": "about of",
        "talk": "about",
        "vouch": "for",
        "warn": "of about against",
        "worry": "about",
    }.items()
}
"""Verbs that report by the words after a preposition: "warned of a war"."""

REPORTING_NOUNS = frozenset(
    """claim statement argument suggestion allegation accusation announcement belief idea notion assertion
    contention warning promise pledge vow threat prediction admission hope fear concern proposal request""".split()
)
"""Nouns with a clause or an infinitive that is somebody's word: "his claim that it rains"."""

REPORTING_ADJECTIVES = frozenset(
    """sure confident hopeful worried certain convinced optimistic adamant skeptical concerned afraid clear""".split()
)
"""With "be" and a clause they report what somebody holds: "is confident that it rains"."""

DOCUMENTS = frozenset(
    "statement letter email memo tweet post message note release speech interview report op-ed text".split()
)
"""What says something in somebody's stead: "issued a statement saying that it rains"."""
