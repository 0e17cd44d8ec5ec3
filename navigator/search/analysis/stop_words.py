"""Words that say nothing about what somebody needs, as people write and speak them."""

_FINNISH = """
ja tai sekä eli vai vaan vain kun jos että jotta koska vaikka kuin niin myös mutta sitten sit nyt
jo vielä taas ihan tosi liian hyvin kovin aina joskus en et ei emme ette eivät älä älkää ole olen
olet on olemme olette ovat oli olin ollut olla oo oon oot olis olisi olisin minä minun minua
minulla minulle minut mä mun mua mulla mulle mut sinä sinun sinua sinulla sinulle sä sun sulla
sulle hän hänen häntä hänellä hänelle me meidän meillä meille te teidän teillä he heidän heillä se
sen sitä siitä siinä sille sillä ne niiden niitä tämä tän tämän tätä tässä tästä nämä tuo tuon
mikä minkä mitä missä mistä mihin miten miksi milloin kuka kenen ketä kenelle kenellä kuinka millä
mille millainen jokin jotain joku jotakin jonkun joka jonka jota jossa josta voi voin voit voiko
voinko voisi voisin voiks saa saan saako saanko pitää täytyy haluan haluaisin haluun tarvitsen
tarvitsee tarvii tarviin tarvin löydän löytyy löytää etsin mennä menen meen tulla tulee tulen
tehdä teen tehä kanssa kaa ilman varten kohti luona luo luokse takia vuoksi asti saakka oma omaa
oman paljonko onko olenko enää kyllä kai mul sul sil multa sulta minulta sinulta häneltä meiltä
teiltä heiltä minuun sinuun meitä teitä heitä niille niillä niistä niihin meijän teijän heijän tos
tuol siel tääl täällä täältä tänne siellä sieltä sinne tuolla tuolta tuossa onks oisko oiskohan
olisiko oliko ollaan saisko saisinko saisiko saaks saanks saadaan voitko vois voisiko voisko
pitäisi pitäis pitäiskö pitääkö täytyykö tuun tuu meni mene mitenköhän mite mist mihi kui ku nii
vaa viel kans muu muuta muita joo esim eikä enkä etkä
"""
_SWEDISH = """
och eller att men om när då som än så också bara nu redan ännu mycket inte ej ingen inget inga det
den de dem dess denna detta dessa en ett på i av för med till från hos vid under över utan mot
mellan efter är var varit vara blir bli ska skall skulle kan kunde måste vill behöver får fick
göra gör gjort jag mig min mitt mina du dig din ditt dina han honom hans hon henne hennes vi oss
vår vårt våra ni er ert era man sig sin sitt sina vad vart vem vems vilken vilket vilka hur varför
varifrån finns finna hittar hitta har ha haft någon något några hej tack ens kunna vilja sådan
sådant sådana andra annan annat mer lite väl ju nog där här hit dit åt per samt både varje mej dej
nån nåt nåra va bör sa blev
"""
_ENGLISH = """
a an the and or but if when then than so also just now already very not no nor of to in on at for
with from by about into over under out up as is am are was were be been being do does did done has
have had having will would shall should can could may might must cannot i me my mine myself we us
our ours you your yours he him his she her hers it its they them their theirs this that these
those there here what which who whom whose where why how get getting got find need want wants
needed like please don t dont doesn doesnt didn s ll ve re m im i'm don't doesn't can't cant i've
any some more much many there's it's that's i'd i'll you're what's how's who's where's really
"""
STOP_WORDS = {
    "fi": frozenset(_FINNISH.split()),
    "sv": frozenset(_SWEDISH.split()),
    "en": frozenset(_ENGLISH.split()),
}
