"""Finnish words of this field, with what an analyser should say of them."""

COMPOUNDS = {
    compound: parts.split()
    for compound, _, parts in (
        line.partition(": ")
        for line in """
ahdistuneisuushäiriö: ahdistuneisuus häiriö
aikuissosiaalityö: aikuinen sosiaalityö työ
ammatinvalinnanohjaus: ammatinvalinta ohjaus
asiakasmaksu: asiakas maksu
asumisoikeusasunto: asumisoikeus asunto
asumispalvelu: asua palvelu
asumistuki: asua tuki
avioeroneuvonta: avioero neuvonta
edunvalvontavaltuutus: edunvalvonta valtuutus
eläketuki: eläke tuki
ensihoitopalvelu: ensihoito palvelu
erityisopetus: opetus
etsivä-nuorisotyö: nuorisotyö
hammaslääkäri: hammas lääkäri
hoitotarvike: hoito tarvike
hätämajoitus: hätä majoitus
ikäihminen: ikä ihminen
ilmaisjakelu: jakelu
itsemurha: murha
kansaneläke: kansa eläke
kehitysvammahuolto: kehitysvamma huolto
kiinteistövero: kiinteistö vero
kiireellinen-lastensuojelu: lastensuojelu
kotihoito: koti hoito
kotipalvelu: koti palvelu
kotoutumiskoulutus: kotoutua koulutus
kriisipuhelin: kriisi puhelin
kuljetuspalvelu: kuljetus palvelu
kuntoutustuki: kuntoutus tuki
kuntouttava-työtoiminta: työtoiminta
lapsilisä: lapsi lisä
lastensuojeluilmoitus: lastensuojelu ilmoitus
lastenvalvoja: lapsi valvoja
liikuntaneuvonta: liikunta neuvonta
luottotieto: luotto tieto
lähisuhdeväkivalta: lähisuhde väkivalta
lääkekorvaus: lääke korvaus
maahanmuuttoneuvonta: maahanmuutto neuvonta
maksuhäiriömerkintä: maksuhäiriö merkintä
mielenterveyskuntoutuja: mielenterveys kuntoutuja
mielenterveyspalvelu: mieli terveys mielenterveys palvelu
nuorisotyö: nuoriso työ
oikeusapu: oikeus apu
oikeusaputoimisto: oikeusapu toimisto
omaishoidontuki: omainen hoito tuki
opintotuki: opinto tuki
palveluohjaus: palvelu ohjaus
palveluseteli: palvelu seteli
perheneuvola: perhe neuvola
perustoimeentulotuki: toimeentulotuki
potilasasiavastaava: potilasasia vastaava
päihdekuntoutus: päihde kuntoutus
päiväkeskus: päivä keskus
päivätoiminta: päivä toiminta
rahapeliongelma: rahapeli ongelma
rikosuhripäivystys: rikosuhri päivystys
ruoka-apu: ruoka apu
ruokajakelu: ruoka jakelu
sairauspäiväraha: sairaus päiväraha
sosiaalipäivystys: sosiaali päivystys
sosiaalityöntekijä: sosiaalityö tekijä
tartuntatauti: tartunta tauti
terveysasema: terveys asema
toimeentulotuki: toimeentulo tuki
toimeentulotukihakemus: toimeentulotuki hakemus tuki
turvakoti: turva koti
työkyvyttömyyseläke: työkyvyttömyys eläke
työnhakija: työ hakija
työpajatoiminta: työpaja toiminta
työttömyysetuus: työttömyys etuus
työttömyyspäiväraha: työttömyys päiväraha
työttömyysturvahakemus: työttömyys turva hakemus työttömyysturva turvahakemus
työvoimaviranomainen: työvoima viranomainen
ulosottovelka: ulosotto velka
vammaispalvelu: vammainen palvelu
vanhempainraha: raha
velkajärjestely: velka järjestely
velkaneuvonta: velka neuvonta
velkaneuvoja: velka neuvoja
vuokravelka: vuokra velka
vuokranmaksu: vuokra maksu
vuokratakuu: vuokra takuu
väestönsuoja: väestö suoja
yksinhuoltaja: huoltaja
yleisvaikeusaste: aste
""".strip().splitlines()
    )
}
"""Compound → words that those who look for it may type."""

FORMS = {
    lemma: forms.split()
    for lemma, _, forms in (
        line.partition(": ")
        for line in """
asunto: asunnon asuntoa asunnossa asuntoja asunnoista asuntoihin asuntonsa
eläke: eläkkeen eläkettä eläkkeelle eläkkeitä eläkkeistä eläkkeeni
hakemus: hakemuksen hakemusta hakemukset hakemuksia hakemuksista hakemukseen
häätö: häädön häätöä häädöstä häätöjä häädölle
jaksaa: jaksan jaksat jaksaisi jaksamme
kela: kelan kelaa kelasta kelalle kelalta kelassa kelaan
koti: kodin kotia kotiin kodissa koteja kodille
kunta: kunnan kuntaa kunnassa kuntia kunnista kuntiin
lapsi: lapsen lasta lapset lapsia lapsilla lapsille lapseni
lahti: lahden lahdessa lahteen lahdesta
lyödä: lyö lyövät lyödään löivät
lääkäri: lääkärin lääkäriin lääkäriä lääkärit lääkäreitä lääkärille
masennus: masennuksen masennusta masennuksesta masennukseen
mieli: mielen mieltä mielestä mieleen
neuvonta: neuvonnan neuvontaa neuvonnassa neuvontaan
nuori: nuoren nuorta nuoret nuoria nuorille nuorten
omainen: omaisen omaista omaiset omaisille omaisten
palvelu: palvelun palvelua palvelut palveluja palveluiden palveluihin palveluita
perhe: perheen perhettä perheessä perheet perheille
potku: potkut potkuja potkuista
päihde: päihteen päihteet päihteitä päihteistä päihteiden
raha: rahan rahaa rahat rahoja rahasta rahalla
ruoka: ruoan ruokaa ruuan ruokaan ruuasta
sairaus: sairauden sairautta sairaudet sairauksia sairaudesta
tuki: tuen tukea tuet tukia tuesta tukeen
työ: työn työtä työstä työhön töitä töistä töihin
vanhus: vanhuksen vanhusta vanhukset vanhuksia vanhuksille
velka: velan velkaa velat velkoja veloista velkojen
vuokra: vuokran vuokraa vuokrat vuokria vuokrasta vuokraan
väkivalta: väkivallan väkivaltaa väkivallasta väkivaltaan
yksinäinen: yksinäisen yksinäistä yksinäiset yksinäisiä
äiti: äidin äitiä äidit äidille äitejä
""".strip().splitlines()
    )
}
"""Base form → forms of it, which should be found by it."""

SLANG = {
    word: forms.split()
    for word, _, forms in (
        line.partition(": ")
        for line in """
kuty: kutyn kutystä kutyyn
lekuri: lekurin lekurille lekuria lekuriin
miepä: miepän miepään miepästä miepässä
nepsy: nepsyn nepsyä nepsystä nepsyyn
omakela: omakelan omakelaan omakelassa
saikku: saikun saikulla saikulle saikkua
sossu: sossun sossuun sossusta sossussa
terkkari: terkkarin terkkarille terkkariin terkkaria
toimari: toimarin toimaria toimarista
työkkäri: työkkärin työkkäristä työkkäriin työkkärissä tyokkari tyokkariin
velkis: velkiksen velkikseen
""".strip().splitlines()
    )
}
"""Words that no dictionary has, and their forms."""
