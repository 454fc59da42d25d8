"""First names by gender, and which first names are also places.

The names are the commonest of the United States census of 1990, which is in the public domain, and common ones of
other countries. Names that are rather words, months or surnames in the news ("April", "Grant") are left out.
"""

from __future__ import annotations

MALE, FEMALE = "m", "f"

MALE_NAMES = frozenset(
    """
    aaron abdel abdelaziz abdelkader abdul abdulaziz abdullah abdurrahman abe abel abraham adam adan adel adnan
    adolfo adolph agustin ahmad ahmed ahmet akbar akira alan alasdair albert alberto alden aldo alec alejandro
    aleksandr aleksei alessandro alex alexander alexei alexey alfonso alfonzo alfred alfredo ali alistair allan
    allen alonzo alphonse alphonso alvaro alvin amir amit amos amr anatoly anders andre andreas andrei andrej andres
    andrew andrey andrzej andy angelo angus ansel ante anthony antoine anton antonio antony antwan anwar archie arif
    arjun arkady armand armando arnaud arne arnold arnulfo aron arron arsène artem arthur artie arturo ashraf asif
    aurelio austin axel ayad ayman aziz barack barham barnaby barney barry bart bashar bashir basil bastian beau ben
    benedict benito benjamin bennie benny bernard bernardo bernd bernie bert bertrand bilal bill billy binyamin
    bjorn björn blaine blaise blake bob bobby bogdan boris borja brad bradley brady branden brandon branislav brant
    brendan brent brenton bret brett brian brock bruce bruno bryan bryce bryon burak burt byron caleb callum calvin
    cameron carl carles carlo carlos carlton carmelo carmine carter cary cecil cedric cem cesar cesare chad chadwick
    charles charley charlie chester chris christian christoper christoph christophe christopher chuck clarence
    claudio clayton clement clifford clint clyde cody colby colin collin conrad corey cornelius cory craig crispin
    cristiano curt curtis cyril cyrus damian damien damon dan dane danial daniel danny dante daren darin darius
    dariusz darnell darrel darrell darren darrin darryl daryl dave david davide davis dean deandre declan delbert
    delmar demetrius denis dennis denny denys deon derek derick derrick desmond devin dewayne dewey dexter dhruv
    didier diego dieter dino dion dirk dmitri dmitry domingo dominic dominick dominik don donald donn donnell donnie
    donny doug douglas dragan drew dries duane duncan dustin dwayne dwight dylan eamonn earnest ed eddie eddy edgar
    edgardo edin edmond edmund eduardo edward edwardo edwin efrain efren ehud elbert eldon eli elias elijah eliseo
    elliot elliott elmer elmo elon eloy elton elvin elvis emanuel emerson emery emil emile emilio emmanuel emmerson
    emmett emory emre enrico enrique erdoğan eric erich erick erik ernest ernesto ernie ernst errol ervin erwin
    esteban ethan eugene eugenio evan everett everette evgeny ezra fabian fabio fabrice fadi faisal farid farouk
    faruk faustino federico felipe felix ferdinand fergus fernando fidel finlay florian floyd fouad francesco
    francis francisco francois frank françois fred freddie freddy frederic frederick fredrick fritz frédéric fyodor
    gabriel galen gareth garrett garry garth gary gavin genaro gene gennady geoff geoffrey georg george georgi
    georgios geraint gerald gerard gerardo gerhard gethin gheorghe gianluca gil gilbert gilberto giles gilles gino
    giorgio giovanni giuseppe glen glenn gonzalo goodluck goran gordon graeme graham grant greg gregg gregor
    gregorio gregory grigory grover guillaume guillermo gulbuddin gus gustavo günter günther habib haider hakan hal
    hamad hamid hamish hamza hans harald haris harley harold harrison harry haruki harvey hashem hashim hassan heath
    hector heinrich heinz helmut henri henrik henry herbert heriberto herman herschel hershel hervé hichem hideo
    hiram hiroki hiroshi hiroto holger homer horace horst hosni hossein howard hubert hugh hugo humberto husain
    hussein iain ian ibrahim ieuan ignacio igor ilham imad imran ira irvin irving irwin isaac isaiah isiah isidro
    ismael ismail issac ivan iván iñigo jaap jack jacob jacques jair jake jakob jalal jamaal jamal jame jamel james
    jamil janez jared jaroslav jaroslaw jarred jarrett jarrod jarvis jason jasper javier jawad jay jayson jean jeff
    jeffery jeffrey jeffry jens jerald jeremiah jeremy jermaine jerold jerome jerrod jerry jess jesse jim jimmy
    joachim joaquin jochen joe joel joesph joey johan johann johannes john johnathan johnathon johnny jon jonas
    jonathan jonathon jordan jorge jos jose josef joseph josh joshua josiah josip josue josé jozef joão juan judson
    jules julian julien julio julius junior jussi justin jérôme jörg jürg jürgen kamal kareem karim karl kaspar
    kazuo keir keith kelvin ken kendrick kenichi kenji kenneth kennith kenny kenta kenzo kevin khaled khalid khalil
    kieran kieth kirby kirk klaus kofi kostas kristopher krzysztof kurt kurtis kwame kyle lachlan lakshmi lamar
    lance landon lanny larry lars laszlo laurence laurent lawrence lazaro lech leif leland lemuel leo leon leonard
    leonardo leonel leopoldo leroy les lester leszek levi lewis liam lionel lloyd logan lon lorenz lorenzo louie
    louis loïc lubomir luc luca lucas luciano lucien lucio ludovic ludwig luigi luis luka luke lula luther lyle
    maciej mack mahathir mahmood mahmoud majid malcolm mamadou manfred manmohan mansour manuel marc marcel marcelino
    marcello marcin marco marcos marcus marek margarito mariano mario mariusz mark markus marlon martin marty marvin
    marwan massimo massoud mateo mateusz mathew mathias mats matt matteo matthew matthias maurice mauricio maurizio
    max maxwell maynard mehdi mehmed mehmet melvin merrill mervin michael michał micheal michel miguel mike mikhail
    milan milford millard miloš milton mircea mirko miroslav mitch mitchel mitchell mitt mohamad mohamed mohammad
    mohammed mohamud mohsen moises monty moqtada morton moses moshe moussa mstislav mubarak muhammad muhammadu
    mukesh murad murat murray mustafa mustapha myles myron nabil nadeem naguib najib naoto narendra nasser nathan
    nathaniel naveen nawaz neal nechirvan ned neil nelson nestor newt niall nicholas nick nickolas nico nicolas
    nicolás niels nigel niki nikolai nikolas nikolaus nikos noah noe nolan norbert norberto norman nouri nuri
    octavio olaf oleg oleksandr oleksiy olin oliver olivier olusegun omar omer orhan orville osama oscar osman
    osvaldo otis otto ousmane owen paavo pablo padraig paolo pascal pasquale patrick paul paulo pavel pavlo pedro
    pekka percy pervez pete peter petr petro phil philip philippe phillip piero pierre piers pieter piotr prakash
    pranab preston qasim quentin quincy quinton radek radoslaw radovan rafael rafał rafik rahul raila rainer raj
    rajendra rajesh rajiv rakesh ralph ramesh rami ramiro ramon ramzan ramzi rand randal randall randell randolph
    randy raphael rashid raul ravi ray raymond raymundo raúl recep reggie reginald reid reinaldo reinhard rené
    reuben reynaldo rhys riad ricardo riccardo richard rick rickey rickie ricky rigoberto rishi rob robby robert
    roberto rocco roderick rodger rodney rodolfo rodrick rodrigo rogelio roger rohit roland rolando roman romano
    romelu ron ronald ronan ronnie ronny roscoe rosendo ross roy ruairi ruben rubin rudolph rudy rufus rupert ruslan
    russ russel russell ryan rémi saad saddam saeb saeed saif sajid salim salman salvador salvatore sam samir sammy
    samuel samuele sandeep sanjay sanjeev satoshi saul scot scott scottie scotty seamus sean sebastian seif
    selahattin serge sergei sergey sergio serhiy serkan seth seymour seán shahbaz shane shaukat shaun shawn sheldon
    sherif shigeru shimon shinzo siddharth siegfried silas silvio simeon simon sipho slobodan solomon spencer stan
    stanislav stanislaw stanisław stefan stephan stephen steve steven stewart stuart stéphane sundar sunil suresh
    sven sylvester sébastien søren tadeusz takashi takeshi tamim taras tareq tariq taro tarquin tayyip ted teddy
    tendai terence terrance terrell terrence terry thabo thad thaddeus theodore theron thibaut thierry thilo thomas
    thorsten tibor tim timmy timothy todd tom tomas tomasz tommaso tommy tomáš tony torsten toru toshiro travis
    trent trevor trey tristan ty tyler tyrone uday udo uhuru ulrich ulysses umar umberto uwe vaclav vadim valentin
    valery vasily vaughn vern vicente victor vijay vikram viktor vince vincent vinod vitali vitaly vitas vittorio
    vladimir vladislav volker volodymyr vyacheslav václav waleed walid walter wassim wayne wendell werner wesley
    weston wilbert wilbur wilburn wilford wilfred wilfredo wilhelm willem william willie willis wilmer wm wojciech
    wolfgang woodrow wyatt xavier yahya yann yannick yannis yaser yasir yasser yevgeny yitzhak yoshihide yoshihiko
    yousef youssef yoweri yuri yusuf yves zac zachary zachery zack zafar zaid zalmay zane zbigniew zdeněk ziad
    zinedine zoran ömer
    """.split()
)
"""Names of men, lower case."""

FEMALE_NAMES = frozenset(
    """
    abbie abby abigail ada addie adela adele adeline adriana adrienne agnes agnieszka aida aileen aimee aisha aishah
    akiko alana alberta alejandra aleksandra alena alexandra alexis alfreda aliaksandra alice alicia aline alisa
    alisha alison alissa allene allie allison allyson alma althea alyce alyson alyssa amal amalia amanda amber
    amelia amie amina amira amparo amy amélie ana anastasia anastasiya anaïs anette angela angelia angelica angelika
    angelina angeline angelique angelita angie anita anja anju anke ann anna annabelle annalena anne annegret anneke
    annette annie annika annmarie anouk antionette antoinette antonella antonia aoife araceli arlene arline
    arundhati ashlee ashleigh ashley astrid audra audrey augusta aurelie aurélie ava ayesha aylin aziza barbara
    barbora barbra beata beatrice beatriz becky belinda benazir benita bernadette bernadine bernice berta bertha
    bertie beryl bessie beth bethany betsy bette bettie bettina betty bettye beulah beverley beverly bianca billie
    birgit birgitta blanche bobbi bobbie bonnie brandi brandie brandy brenda briana brianna bridget bridgett
    bridgette brigitte britney brittany brittney brooke caitlin caitriona callie camilla camille candace candice
    cara carine carissa carla carlene carly carmela carmella carmen carol carole caroline carolyn carrie caryn
    casandra cassandra cassie catalina catherine cathleen cathryn cathy cecelia cecile cecilia celeste celia celina
    chandra charlene charlotte charmaine chasity chelsey cheri cherie cheryl chiara chimamanda chloe chloé christa
    christi christie christina christine christy chrystal ciara cindy claire clara clare clarice clarissa claudette
    claudia claudine coleen colette colleen concetta connie consuelo cora corina corine corinne cornelia corrine
    cristiana cristina cynthia cécile céline daisy danielle daphne darcy daria darla darlene dayna deana deann
    deanna deanne debbie debora deborah debra deena deidra deidre deirdre delia delores deloris delphine dena denice
    denise desiree dessie diana diane diann dianna dianne dilma dina dionne dollie dolores dona donna dora doreen
    doretha doris dorota dorothea dorothy dorthy earlene earline earnestine edith edna edwige edwina edythe effie
    eileen eilidh ekaterina elaine elba elda eleanor elena eleni elif elinor elisa elisabeth elisabetta elise eliza
    elizabeth ella ellen elma elnora eloise elsa elsie elva elvia elvira emilia emilie emily emine emma enid erica
    ericka erika erin erma erna ernestine esmeralda esra estela estella estelle ester esther ethel etta eugenia eula
    eunice eva evangelina evangeline evelyn fadumo fadwa fannie fanny fatema fatemeh fatima fatma fatou fatoumata
    faye federica felecia felicia fern fiona flora florence florine flossie fran frances francesca francine
    francisca francoise françoise freda freida freya frida frieda fumiko gabriela gabriella gabrielle gail galina
    gayla gayle gena genevieve georgette georgia georgina geraldine gerda geri germaine gertrude gesine gilda
    gillian gina ginevra giorgia giulia gladys glenda glenna gloria grace gracie graciela greta gretchen gro
    guadalupe gudrun gulnara gussie gwen gwendolyn habiba haley halima hallie hanan hanna hannah hannelore harriet
    harriett haruka hasna hatice hattie hazel heather heidi heike helen helena helene helga helle henrietta herminia
    hester hiba hilda hillary hind hollie holly huda huma hélène ila ilaria ilene ilse imelda imogen imogene ina
    indira ines inez inga inge ingrid inés ioanna irene irina iris irma irène isabel isabella isabelle ivanka iveta
    jacklyn jaclyn jacqueline jacquelyn jadwiga jami jana jane janell janelle janet janette janice janie janine
    janis janna jannie jasmin jasmine jayne jeanette jeanie jeanine jeanne jeannette jeannie jeannine jelena jemima
    jenifer jenna jennie jennifer jenny jeri jerri jessica jewell jill jillian joan joana joann joanna joanne
    jocelyn jodi jodie johanna jolene joni josefa josefina josephine josie joy joyce juana juanita judi judit judith
    judy julia juliana julianne julie juliet juliette julija justina justine jutta kaitlin kaitlyn kaja kamala kara
    karen kari karima karin karina karla karolina karyn katarina katarzyna kate katelyn kateryna katharine katherine
    katheryn kathi kathie kathleen kathrine kathryn kathy katie katina katja katrina katy kaye kayla keiko keisha
    kelley kelli kellie kellyanne kelsey kendra keri kerri khadija kimberlee kimberley kimberly kirsten kirsti
    kirstin kitty krista kristalina kristen kristi kristie kristin kristina kristine kristy krystal ksenia lacey
    ladonna laila lakeisha lakesha lakisha lana lara larisa lashonda latanya latasha latifa latisha latonya latoya
    laura laure laurel lauren lauri laurie lavonne lawanda lea leah leann leanna leanne leeann leigh leila lela
    lelia lena lenora lenore leola leona leonor lesa lesley lessie leta letha leticia letitia letizia leymah leïla
    libby lidia lidiya lila lilia lilian liliana lillian lillie lilly lily lina linda lisa liudmila liz liza lizzie
    lois lola lolita lora loraine lorena lorene loretta lori lorie lorna lorraine lorrie lottie louella louisa
    louise loujain luann lubna lucia lucile lucille lucinda lucy luella luisa luz lydia lynda lynette lynne lynnette
    lyudmila mabel madeleine madeline madelyn madison mae magdalena maggie maha mahnaz maia maja malala malin
    malinda mallory mamata mamie mandy manuela mara marcella marci marcia marcie marcy margaret margarete margarida
    margarita margery margie margo margot margret margrethe marguerite maria mariam mariana marianne maribel
    maricela marie mariela marietta marija marilyn marina marine marisa marisol marissa maritza marjorie marla
    marlene marquita marsha marta martha martina marva marwa mary maryam maryann maryanne maryellen marylou matilda
    matilde mattie maude maura maureen mavis mayra mayumi małgorzata meagan meera megan meghan megyn melania melanie
    melba melinda melisa melissa mellisa mette mhairi mia michaela michell michelle michiko mildred milena millicent
    millie mina mindy minnie miranda mireille miriam missy mitzi mollie molly mona monica monika monique morag
    muriel myra myrna mélanie nadezhda nadia nadine naima najat najla nan nancy nanette nannie naoko naomi narges
    nasrin natalia natalie natalya natasha nathalie nawal nazanin neha nelda nell nellie nelly nettie neva ngozi
    niamh nichole nicole nikki nina nino nita noelle noemi nola nona noor nora noreen norma nour noura nuria nursel
    octavia ofelia oksana olena olesya olga olivia ophelia ottilie pam pamala pamela paola parvati patrica patricia
    patsy patti patty paula paulette pauline pearlie peggy penelope penny petra philippa phoebe phyllis pia pilar
    pippa polly pranidhi priscilla priyanka rachael rachel rachelle raisa ramona randi rania raquel rasha razan reba
    rebecca rebekah reem rena renae renata renate renee renée reva rhea rhoda rhonda rita ritu roberta robyn
    rochelle rocio ronda rosa rosalia rosalie rosalind rosalinda rosalyn rosanna rosanne roseann rosella rosemarie
    rosemary rosetta rosie roslyn roula rowena roxanne roxie roya roza ruby ruth ruthie ruxandra sabine sabrina
    sadia sadie safia sallie sally salma samantha samira sana sandra sandrine sania sanna saoirse sara sarah saundra
    seema selena selina selma serena shabana shami shana shanna shari sharlene sharon sharron shauna shawna sheena
    sheila shelia shelley shelly sheree sheri sherri sherrie sherry sheryl shirin shirley sigrid silke silvana
    silvia silvina sinead sinéad siobhan siobhán sirje sofia sofie solveig sondra sonia sonja sonya sophia sophie
    soumaya stacey staci stacie stefania stefanie stella stephanie sunita susan susana susanna susanne sushma susie
    suzanne suzette svetlana swati sybil sylvia sylvie ségolène tabatha tabitha tamar tamara tameka tamera tami
    tamika tammi tammie tammy tamra tamsin tania tanisha tanja tanya tara tarja tasha tatiana tatyana teresa teri
    terra terri terrie tessa tetiana thelma theresa therese tiffany tina tisha tonia tonya tori tracey traci tracie
    tricia trina trisha trudy tuula twila ulrike uma ursula uta valarie valentina valeria valerie valérie vanessa
    velma vera verna veronica veronika vicki vickie vicky victoria vigdís viktoria vilma viola violet violeta virgie
    virginia virginie vivian vonda véronique wafa waheeda wanda wendi wendy willa wilma winifred xiomara yasmin
    yasmine yekaterina yesenia yevgenia yoko yolanda yulia yuliya yuriko yvette yvonne zahra zainab zaynab zehra
    zeinab zelda zelma zoe zsuzsanna zuzana élisabeth
    """.split()
)
"""Names of women, lower case."""

NEUTRAL_NAMES = frozenset(
    """
    adrian andrea aubrey blair carey casey claude courtney dana dee devon dominique dorian elisha frankie gerry
    hilary jackie jaime jamie jan jo jody kasey kelly kerry kim kris lee leslie lindsay lindsey lonnie loren lynn
    marian marion meredith merle micah michele morgan nicola nikola noel ollie pat patrice peyton rene riley robbie
    robin rory sammie sasha shannon sidney simone stacy stevie sydney taylor toby toni tracy whitney yuki
    """.split()
)
"""Names of both."""

NAMES_OF_PLACES_TOO = frozenset(
    """
    adelaide alexandria austin carolina chad charlotte cleveland dallas florence geneva georgia guadalupe helena
    houston israel jordan kent lincoln madison orlando paris regina rosario santiago savannah sydney troy victoria
    virginia
    """.split()
)
"""Places as often as people: they tell a gender, but not that somebody is meant."""


def gender_of_first_name(name: str) -> str:
    """The gender that a first name tells; nothing where it tells none."""
    first = _first_word(name)
    male, female = first in MALE_NAMES, first in FEMALE_NAMES
    return "" if male == female else MALE if male else FEMALE


def is_first_name(name: str) -> bool:
    """Whether a word is somebody's first name and hardly anything else."""
    first = _first_word(name)
    known = first in MALE_NAMES or first in FEMALE_NAMES or first in NEUTRAL_NAMES
    return known and first not in NAMES_OF_PLACES_TOO


def _first_word(name: str) -> str:
    """The first half of a name with a hyphen, "jean" of "Jean-Luc"; in lower case."""
    return name.lower().split("-")[0]
