"""The words around people's names, as tables: titles, roles, nicknames, and what is no name."""

from __future__ import annotations

from collections.abc import Mapping

from newstimeline.extraction.first_names import FEMALE, MALE

TITLES: Mapping[str, str] = {  # title: gender, or nothing
    "mr": MALE, "mister": MALE, "mrs": FEMALE, "ms": FEMALE, "miss": FEMALE, "sir": MALE, "lady": FEMALE, "lord": MALE,
    "dame": FEMALE, "dr": "", "prof": "", "rev": "", "sen": "", "rep": "", "gov": "", "gen": "", "col": "", "maj": "",
    "capt": "", "lt": "", "sgt": "", "cpl": "", "cmdr": "", "adm": "", "hon": "", "st": "", "fr": MALE, "pres": "",
}  # fmt: skip
"""Abbreviated or courtesy titles; they are no part of a name. "Sen." and its like are roles too."""

ROLE_TITLES = frozenset(("sen", "rep", "gov", "gen", "col", "maj", "capt", "lt", "sgt", "adm", "rev", "prof", "cmdr"))

ROLE_WORDS = frozenset(
    """president vice-president minister premier chancellor secretary undersecretary senator representative
    congressman congresswoman governor mayor councilman councilwoman councillor councilor ambassador envoy diplomat
    consul lawmaker legislator parliamentarian deputy speaker chairman chairwoman chairperson chair chief head
    leader director manager executive ceo cfo founder co-founder cofounder owner partner boss officer commissioner
    spokesman spokeswoman spokesperson judge justice magistrate lawyer attorney prosecutor solicitor counsel
    barrister sheriff detective inspector superintendent constable sergeant captain major colonel general lieutenant
    commander admiral marshal soldier king queen prince princess duke duchess emperor sultan emir sheikh pope
    cardinal archbishop bishop pastor priest imam rabbi reverend monk nun ayatollah professor doctor scientist
    researcher economist analyst historian author writer novelist poet journalist reporter correspondent editor
    columnist anchor presenter broadcaster host critic publisher photographer actor actress singer musician rapper
    composer conductor director producer filmmaker comedian artist painter designer architect engineer coach
    trainer captain striker midfielder defender goalkeeper quarterback pitcher player footballer cyclist boxer
    swimmer sprinter athlete golfer skier driver pilot astronaut cosmonaut teacher principal dean rector student
    surgeon physician nurse activist campaigner candidate nominee contender adviser advisor aide strategist
    counterpart predecessor successor colleague rival opponent ally husband wife father mother son daughter
    brother sister widow widower grandmother grandfather uncle aunt nephew niece cousin girlfriend boyfriend
    fiancé fiancée friend neighbor neighbour resident farmer businessman businesswoman entrepreneur billionaire
    investor banker trader strategist treasurer trustee administrator coordinator organizer organiser negotiator
    mediator rapporteur whistleblower dissident militant rebel warlord gunman suspect defendant victim survivor
    witness veteran negotiator curator librarian chef model celebrity star politician official member whip
    policeman policewoman firefighter guard paramedic expert specialist president-elect""".split()
)
"""Nouns for what a person is; the last word of a role, or the one before "of"."""

MALE_ROLES = frozenset(
    """king prince duke emperor sultan emir sheikh pope cardinal priest imam monk ayatollah actor chairman spokesman
    congressman councilman businessman policeman husband father son brother widower grandfather uncle nephew boyfriend
    gunman""".split()
)
FEMALE_ROLES = frozenset(
    """queen princess duchess nun actress chairwoman spokeswoman congresswoman councilwoman businesswoman policewoman
    wife mother daughter sister widow grandmother aunt niece girlfriend fiancée""".split()
)

ROLE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "diplomat": ("foreign minister", "foreign secretary", "secretary of state", "ambassador", "envoy", "consul",
                 "diplomat", "negotiator"),
    "lawmaker": ("senator", "sen", "rep", "representative", "congressman", "congresswoman", "lawmaker", "legislator",
                 "deputy", "councilman", "councilwoman"),
    "leader": ("president", "prime minister", "premier", "chancellor", "king", "queen", "leader", "chairman"),
    "politician": ("senator", "president", "prime minister", "mayor", "governor", "minister", "candidate", "lawmaker"),
    "premier": ("prime minister", "premier"),
    "spokesperson": ("spokesman", "spokeswoman", "spokesperson"),
    "chief": ("chief", "chief executive", "director", "head"),
    "boss": ("chief", "chief executive", "manager", "boss"),
    "executive": ("chief executive", "ceo", "executive"),
    "officer": ("officer", "sergeant", "constable", "detective", "inspector"),
    "general": ("general", "gen"),
    "governor": ("governor", "gov"),
    "senator": ("senator", "sen"),
    "lawyer": ("lawyer", "attorney", "solicitor", "barrister", "counsel"),
    "attorney": ("lawyer", "attorney"),
}  # fmt: skip
"""For a description such as "the diplomat", the roles that it may mean."""

HUMANS = frozenset(
    "man woman boy girl person victim suspect official source spokesman spokeswoman teenager child baby".split()
)
"""Nouns for humans who stay nameless; with the role words they compete for a pronoun."""

PRONOUNS: Mapping[str, str] = {
    "he": MALE, "him": MALE, "his": MALE, "himself": MALE,
    "she": FEMALE, "her": FEMALE, "hers": FEMALE, "herself": FEMALE,
}  # fmt: skip

PARTICLES = frozenset(
    "de da do dos das del della der den di du la le van von und al el bin ibn ben bint y e ter ten st".split()
)
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))

NO_NAMES = frozenset(
    """god allah internet twitter facebook instagram youtube google covid brexit parliament congress senate
    christmas easter ramadan obamacare trumpcare medicare medicaid islam bible quran koran mom dad mum
    democrat republican reuters getty image images photo ap afp bbc cnn street avenue road photograph video
    basilica cathedral church mosque hospital university college school square stadium airport station hall museum
    gallery foundation memorial bridge palace tower hotel park river mountain lake island award prize cup act
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september
    october november december""".split()
)

NICKNAMES: Mapping[str, str] = {
    "bill": "william", "billy": "william", "will": "william", "bob": "robert", "bobby": "robert", "rob": "robert",
    "dick": "richard", "rick": "richard", "jim": "james", "jimmy": "james", "joe": "joseph", "joey": "joseph",
    "mike": "michael", "mick": "michael", "tom": "thomas", "tommy": "thomas", "dave": "david", "dan": "daniel",
    "danny": "daniel", "steve": "stephen", "steven": "stephen", "tony": "anthony", "chris": "christopher",
    "matt": "matthew", "nick": "nicholas", "ted": "edward", "ed": "edward", "eddie": "edward", "ben": "benjamin",
    "bernie": "bernard", "alex": "alexander", "sandy": "alexander", "andy": "andrew", "drew": "andrew",
    "greg": "gregory", "jeff": "jeffrey", "ken": "kenneth", "larry": "lawrence", "pete": "peter", "ron": "ronald",
    "sam": "samuel", "tim": "timothy", "charlie": "charles", "chuck": "charles", "jack": "john", "johnny": "john",
    "jon": "jonathan", "kate": "katherine", "kathy": "katherine", "katie": "katherine", "liz": "elizabeth",
    "beth": "elizabeth", "betty": "elizabeth", "meg": "margaret", "maggie": "margaret", "peggy": "margaret",
    "sue": "susan", "jenny": "jennifer", "jen": "jennifer", "becky": "rebecca", "debbie": "deborah",
    "patty": "patricia",
}  # fmt: skip
