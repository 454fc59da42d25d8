"""The words around people's names, as tables: titles, roles, nicknames, and what is no name."""

from __future__ import annotations

from collections.abc import Mapping

from newstimeline.extraction.cues import STATEMENTS
from newstimeline.extraction.first_names import FEMALE, MALE

TITLES: Mapping[str, str] = {  # title: gender, or nothing
    "mr": MALE, "mister": MALE, "mrs": FEMALE, "ms": FEMALE, "miss": FEMALE, "sir": MALE, "lady": FEMALE, "lord": MALE,
    "dame": FEMALE, "dr": "", "prof": "", "rev": "", "sen": "", "rep": "", "gov": "", "gen": "", "col": "", "maj": "",
    "capt": "", "lt": "", "sgt": "", "cpl": "", "cmdr": "", "adm": "", "hon": "", "st": "", "fr": MALE, "pres": "",
    "baroness": FEMALE, "baron": MALE,
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

SURNAMES_OF_ROLE_WORDS = frozenset("king prince pope bishop judge major marshal chef driver cook farmer dean".split())
"""Of these, those that are surnames, too: "Martin Luther King ... King"."""

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

EPITHETS = frozenset(
    """republican democrat rookie veteran teenager youngster champion driver racer rider star singer songwriter rapper
    actor actress comedian striker midfielder defender defenceman defenseman forward winger goalkeeper goaltender
    quarterback linebacker receiver pitcher billionaire tycoon mogul businessman businesswoman entrepreneur senator
    congressman congresswoman lawmaker hopeful front-runner nominee incumbent tory conservative socialist libertarian
    dutchman briton englishman scotsman irishman welshman frenchman spaniard german italian finn swede dane pole greek
    turk brazilian argentine american canadian australian mexican russian colombian""".split()
)
"""Nouns by which news call again somebody whom they have just named: "the rookie", "the Kentucky Republican"."""

PARTIES = frozenset(("republican", "democrat"))

PRONOUNS: Mapping[str, str] = {
    "he": MALE, "him": MALE, "his": MALE, "himself": MALE,
    "she": FEMALE, "her": FEMALE, "hers": FEMALE, "herself": FEMALE,
}  # fmt: skip

PARTICLES = frozenset(
    "de da do dos das del della der den di du la le van von und al el bin ibn ben bint y e ter ten st".split()
)
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))

KIN = frozenset(
    """husband wife father mother son daughter brother sister widow widower grandmother grandfather uncle aunt nephew
    niece cousin fiancé fiancée grandson granddaughter stepson stepdaughter stepfather stepmother twin""".split()
)
"""Nouns for relatives, who often share a surname with the person that an article is about."""

ROLES_OF_COMPANIES_TOO = frozenset(
    """rival partner owner ally neighbor neighbour host publisher investor member opponent producer contender
    successor predecessor counterpart head chief chair star distributor broadcaster critic player champion""".split()
)
"""Nouns for what a company, club or country may be as well as somebody."""

NO_NAMES = frozenset(
    """god allah internet twitter facebook instagram youtube google covid brexit parliament congress senate
    christmas easter ramadan obamacare trumpcare medicare medicaid islam bible quran koran mom dad mum
    democrat republican reuters getty image images photo photos ap afp bbc cnn street avenue road photograph video
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september
    october november december america africa asia europe""".split()
)
"""Words with a capital that begin and end nobody's name."""

PLACES = frozenset(
    """basilica cathedral church mosque hospital university college school square stadium airport station hall museum
    gallery foundation memorial bridge palace tower hotel park river mountain lake island award prize cup act""".split()
)
"""Words that begin or end the name of a building, a place or the like, and hardly anybody's."""

THINGS = PLACES | frozenset(
    """awards store app gate port radio tv news times herald tribune telegraph gazette zeitung partners group inc corp
    ltd llc plc bank media leaks complex observatory telescope telescopes cluster edition mode trucks tech lab labs
    league club fc ministry department agency council committee court commission institute show games festival
    day war beach city county valley bay hills falls springs heights peninsula province district region coast
    canal centre center building library theatre theater cinema arena garden gardens zoo market mall plaza highway
    railway airlines airways express observer magazine review chronicle universe update updates
    authorities program programme project party movement campaign administration government""".split()
)
"""Words that end the name of a building, place, company or the like, and hardly anybody's."""

NOUNS_FOR_THINGS = frozenset(
    """newspaper daily film movie song album single book novel magazine series show game company firm group band ship
    tanker vessel ferry boat freighter plane rocket satellite spacecraft app website site blog brand product browser
    software car city town village island lake river mountain volcano district province region area county state
    country planet moon asteroid comet gorilla dog cat horse elephant bear lion tiger panda whale hurricane storm
    typhoon cyclone operation festival hotel restaurant team party hospital school university bank charity foundation
    organization organisation watchdog agency startup retailer tablet phone console currency cryptocurrency scheme
    language virus drug ad advert""".split()
)
"""Nouns that tell, right before a name, that it is nobody's."""

PERSONAL = STATEMENTS | frozenset(
    """die marry resign retire meet visit travel arrive walk sit speak talk wear live study graduate sleep hug smile
    laugh cry shout nod drive score play train ride sign elect appoint nominate arrest convict sentence jail imprison
    detain shoot stab injure hospitalize bury quit vote thank know like love hate want wish hope think feel believe
    remember forget look watch decide try refuse ask tell call attend criticize criticise accuse describe bear born
    raise substitute book""".split()
)
"""Lemmas of what humans do and what happens to them."""

BEGINNINGS_OF_PLACES = frozenset(
    "north south east west northern southern eastern western central upper lower greater new san santa los las".split()
)
"""Words that begin the name of a place, and hardly anybody's."""

FIRST_OF_NAMES_TOO = frozenset(("park", "april", "june", "august", "bridge", "hall", "easter"))
"""Of the words for no name or a place, those that begin people's names: "Park Geun-hye"."""

EASTERN_FAMILY_NAMES = frozenset(
    """xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han
    tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du
    dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao
    meng wan duan wen geng hua kim lee park choi jung cho yoon jang lim moon ban roh shin nguyen tran pham""".split()
)
"""Common Chinese, Korean and Vietnamese family names, which stand before the given name."""

SURNAMES_TOO = frozenset("hall day church park lake bridge".split())
"""Of these words, those that end people's names after a first name: "Doris Day"."""

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
