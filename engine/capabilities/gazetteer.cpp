#include "capabilities/gazetteer.h"

#include "text/wordset.h"

namespace capabilities::gazetteer {
namespace {

constexpr std::string_view givenNames =
    "aaron abby ade abdul abigail ada adam adela adele adrian adriana agatha agnes agnieszka "
    "ahmed aisha alan alba albert alberto aleksandra alejandra "
    "alejandro alessandro alex alexander alexandra alexandre alexis alfonso alfred ali alice "
    "alicia alina aline alison allison alma álvaro amalia amanda amara "
    "amélie amelia amina amir amy ana anabel anaïs andré andrea andreas andrés andrew andy "
    "angela ángel ángela angelika anika anita anja anke ann anna anne anneke "
    "annette annika anouk anselm anthony antje antoine anton antonia antonio anya ariane armin "
    "arnaud arne arthur arturo asha astrid audrey aurélie aurora axel "
    "ayşe barbara bárbara bastian bea beat beate beatrice beatriz béatrice belén ben benedikt "
    "benjamin benoît bernard bernd bert bertrand beth betty bianca birgit björn "
    "blanca bob boris brenda brian brigitte bruno camila camille carina carl carla carlos carmen "
    "carol carole carolin caroline carsten catalina catherine cathy cécile "
    "cecilia cédric céline celia cesar césar chantal charles charlie charlotte chiara chloe "
    "chloé chris christa christel christian christiane christina christine christof "
    "christoph christophe christopher cindy claire clara clarissa claudia claudine claus clemens "
    "clément cleo colin colette connie conrad corinna corinne cornelia cristina "
    "cristóbal cynthia dagmar damien daniel daniela danièle dave david dawn debbie deborah "
    "delphine denis denise derek detlef dez diana diane didier diego dieter dietmar "
    "dirk dolores dominic dominik dominique donald donna doris dorothea dorothée dörte doug "
    "dylan eduardo edgar edith edward eileen elena eleonore eli elias elif elise "
    "élise elisa elisabeth élisabeth elizabeth elke ella ellen elliot élodie elsa elvira emil "
    "emilia emilie émilie emily emma emmanuel emmanuelle enrique enzo eric erica "
    "érica erich erik erika ernesto ernst erwin esteban estelle esther esperanza ethan étienne "
    "eugen eugene eva evelyn fabian fabien fabienne fabio fanny fatih fatima "
    "federico felicia felipe felix félix ferdinand fernand fernanda fernando fiona flora "
    "florence florent florian frances francesca francesco francis francisca francisco "
    "franck françois françoise frank frankie franz fred freddy frédéric frederic frédérique "
    "freya frieda friederike friedrich fritz gabi gabriel gabriela gabriele gabrielle gael "
    "gaëlle gareth gary gaspard geoff george georg georges gérald gerald gérard gerda gerhard "
    "gerlinde germán gerta gertrud gesa gianni gilbert gilles gina gisela giulia "
    "giuseppe gloria gonzalo gordon graham greg gregor grégory greta gudrun guido guillaume "
    "guillermo günter günther gus gustav gustavo guy gwen gwenaëlle hamza hanna "
    "hannah hannelore hannes hans harald harriet harry hartmut hassan hector héctor heather "
    "hedwig heide heidi heike heiko heiner heinrich heinz helen helena hélène helga "
    "helmut hendrik henri henrik henrike henriette henry herbert hermann hilde hildegard holger "
    "horst hortense howard hubert hugo hugues ian ibrahim ida ignacio igor ilona "
    "ilse imke ines inés inès inga inge ingeborg ingo ingrid irene irène iris irma isaac isabel "
    "isabella isabelle ismael ivan iván jack jackie jacob jacqueline jacques "
    "jaime jake jakob jamal james jan jana jane janet janine jan-luca jasmin jasmine jason "
    "javier jean jeanne jeannette jeff jenna jennifer jenny jens jeremy jérémy jérôme "
    "jessica jesús jill jim jimena jo joachim joan joana joanna joanne joaquín jochen joe joël "
    "joel johan johanna johannes john johnny jon jonas jonathan jorge jörg josé "
    "josef josefa josefina joseph joséphine josh joshua joyce juan juana juanita judith julia "
    "julián julian juliana juliane julie julien juliette julio julius jürgen jutta kai "
    "kamila karen karim karin karina karl karla karolina karsten kate katharina katherine "
    "kathleen kathrin kathy katja katrin katy kay keith kelly ken kenneth kerstin kevin "
    "kilian kim kirsten kit klara klaus konrad konstantin kristin kristina kurt kyle lara lars "
    "laura laure laurence laurent laurie léa lea leah leila lena lennart leo léo leon "
    "léon leonard leonie leonor leticia lewis lia liam lidia lieselotte lilian lilli lilly lina "
    "linda linus lisa lise liv lloyd loïc lola lorena lorenz lorenzo lotte lotta lou "
    "louis louisa louise luc luca lucas lucia lucía lucie lucien lucienne lucy ludovic ludwig "
    "luis luisa luise lukas luke luna lutz lydia lynn madeleine magali magda magdalena "
    "maja malik malte mandy manfred manon manuel manuela mara marc marcel marcela marcelo marco "
    "marcos marcus marek margaret margarita margit margot marguerite maria maría mariam "
    "mariana marianne marie mariella marija marina mario marion marisa marisol marius marjorie "
    "marlene marta martha martin martín martina martine marvin mary maryam maryse "
    "mateo mathias mathieu mathilde mathis matilda matt matteo matthew matthias matthieu maud "
    "maurice mauricio max maxime maximilian maya megan mehmet meike melanie mélanie melissa "
    "mercedes mia michael michaela michał michel michele michèle micheline michelle miguel "
    "mikael mike milan mila milena mina mira miranda miriam mirko mohamed mohammed moira "
    "molly mona monica mónica monika monique morgane moritz muriel murat mustafa myriam nadia "
    "nadine nancy naomi natalia natalie nathalie nathan neil nele nell nelly nelson nicholas "
    "nick "
    "nico nicola nicolas nicolás nicole niels nigel niklas nikolaus nils nina noah noam noé "
    "noelia noémie noemi nolan noor nora norbert norman odette odile ole oleg olga olive oliver "
    "olivia olivier ollie omar oscar óscar oskar oswald otto owen pablo paloma pamela paola "
    "pascal pascale pat patrice patricia patrick patty paul paula paulette paulina pauline paulo "
    "pedro "
    "peggy penny pepe peter petra phil philip philipp philippe phoebe pia pierre pieter pilar "
    "priya quentin rachel rachid rafael raimund rainer ralf ralph ramón ramona raoul raphaël "
    "raquel "
    "raúl ray raymond rebecca regina régine régis reiner reinhard rémi renata renate rené renée "
    "ricarda ricardo richard rita rob robert roberta roberto robin rocío rodrigo roger roland "
    "rolf "
    "romain roman rosa rosalie rosalind rosalía rosario rosemarie rosemary ross rowan roxane roy "
    "rubén ruben rudi rudolf ruth ryan sabine sabrina sally salma salomé salvador sam samantha "
    "samir samira samuel sandra sandrine sandy santiago sara sarah sascha saskia scott sean "
    "sebastian sebastián sébastien selma serge sergio séverine sharon sheila shirley sibylle "
    "siegfried "
    "sigrid silke silvia silvie simon simone sina sofia sofía solange solène sonia sonja sophia "
    "sophie stefan stefanie stella steffen steffi stephan stéphane stephanie stéphanie stephen "
    "steve "
    "steven stuart sue sunil susan susana susanna susanne suzanne svea sven svenja swantje "
    "sylvain sylvia sylvie tamara tamsin tania tanja tara tatiana tatjana ted teresa teresita "
    "thea theo theodor théo "
    "theresa thérèse theresia thierry thilo thomas thorsten tiago tilda till tim timo timothy "
    "tina tobias todd tom tomás tommy toni tony torsten tracy trudi uli ulla ulrich ulrike urs "
    "ursula uschi ute uwe valentin valentina valentine valeria valérie vanessa vera verena "
    "verónica véronique vicente vicky victor víctor victoria viktor vincent viola violeta "
    "virginia virginie "
    "vivian viviane volker walter waltraud wanda wendy werner wiebke wilfried wilhelm wilf wilma "
    "winfried wolf wolfgang xaver xavier ximena yann yannick yara yasmin yasmina yolanda yusuf "
    "yves yvette "
    "yvonne zainab zara zoe zoé";

constexpr std::string_view ambiguousNames =
    "will may mark rose grace hope faith joy bill grant jack dean drew frank art miles chase "
    "heath sky dawn hazel ivy lily olive "
    "violet daisy ruby pearl amber jade summer autumn april june august sunny rich rob sue pat "
    "gene guy kit hal beat till wolf max "
    "mercedes sol paz concha prudence constance victoire marine reine ange milan paris florence "
    "angel jesus penny nick bob al luz "
    "alba fleur blanche claire aimé désiré esperanza consuelo joy mars clara";

constexpr std::string_view places =
    "afghanistan africa afrika alemania algeria algerien allemagne amerika america argentina "
    "argentinien asia asien australia australien austria österreich belgium belgien belgique "
    "bélgica bolivia bolivien brasil brazil brasilien bulgaria canada kanada canadá chile china "
    "colombia kolumbien croatia kroatien cuba kuba denmark dänemark dinamarca ecuador "
    "egypt ägypten egipto egypte england inglaterra angleterre estonia europa europe finland "
    "finnland france francia frankreich germany deutschland greece griechenland grecia grèce "
    "hungary ungarn iceland island indien india indonesia indonesien iran iraq ireland irland "
    "irlanda israel italia italien italie italy jamaica japan japón japon kenya kenia "
    "korea latvia lebanon libanon lithuania luxembourg luxemburg malaysia malta marokko "
    "marruecos mexico méxico mexiko maroc morocco nepal netherlands niederlande nigeria norway "
    "norwegen "
    "noruega pakistan panama paraguay peru perú philippines poland polen polonia pologne "
    "portugal romania rumänien russia russland rusia scotland schottland escocia senegal serbia "
    "singapore "
    "slovakia slovenia spain spanien españa espagne sweden schweden suecia suède switzerland "
    "schweiz suiza suisse syria thailand tunisia tunesien turkey türkei turquía turquie uganda "
    "ukraine "
    "uruguay usa venezuela vietnam wales amsterdam antwerp antwerpen athens athen atenas "
    "auckland augsburg avignon baltimore bamberg barcelona basel bath beijing belfast bergen "
    "berlin "
    "bern bilbao birmingham bochum bogotá bologna bombay bonn bordeaux boston braunschweig "
    "bremen brest brighton bristol brussels brüssel bruselas bruxelles budapest cádiz cairo "
    "calais cambridge "
    "cardiff chicago cologne copenhagen kopenhagen córdoba cork cornwall dallas darmstadt delhi "
    "denver detroit dijon dortmund dresden dublin duisburg düsseldorf edinburgh erfurt essen "
    "exeter falmouth florenz frankfurt freiburg galway genf genève geneva genua gent glasgow "
    "göttingen granada graz grenoble guadalajara hamburg hannover havana heidelberg helsinki "
    "hull innsbruck "
    "istanbul jena jerusalem kassel kiel kiew kyiv köln konstanz krakow kyoto lausanne leeds "
    "leicester leipzig lille lima limerick lisbon lissabon lisboa liverpool london londres "
    "lübeck lugano lyon "
    "maastricht madrid mailand mainz málaga manchester mannheim marburg marseille melbourne metz "
    "miami milan milano montpellier montréal montreal moscow moskau moscú mumbai munich münchen "
    "munster "
    "münster murcia nairobi nancy nantes naples neapel napoli newcastle nice norwich nottingham "
    "nürnberg oaxaca odessa orléans osaka oslo ottawa oviedo oxford palermo pamplona paris "
    "passau "
    "pembrokeshire perpignan philadelphia pisa plymouth porto potsdam prag prague praga quimper "
    "quito reims rennes riga rom rome roma rostock rotterdam rouen saarbrücken salamanca "
    "salzburg santander "
    "santiago seattle sevilla seville sheffield sofia stockholm strasbourg strassburg stuttgart "
    "sydney tallinn tokyo tokio toledo toronto toulouse tours trier turin turku utrecht valencia "
    "valladolid "
    "vancouver venice venedig venecia venise verona vienna wien viena vienne vigo vilnius warsaw "
    "warschau washington weimar würzburg york zagreb zaragoza zürich zurich bavaria bayern "
    "sachsen hessen "
    "thüringen brandenburg schleswig holstein niedersachsen westfalen schwaben franken tirol "
    "kärnten steiermark andalucía cataluña galicia asturias euskadi castilla extremadura aragón "
    "navarra bretagne "
    "brittany cornouailles normandie normandy provence alsace bourgogne burgundy corse toscana "
    "tuscany toskana sicily sizilien california kalifornien texas florida alaska kent sussex "
    "essex yorkshire devon somerset "
    "suffolk norfolk zingst rügen sylt usedom alps alpen pyrenees mediterranean";

constexpr std::string_view titles =
    "mr mrs ms miss mx dr doctor prof professor sir lady lord dame captain sergeant colonel "
    "judge reverend father sister uncle aunt auntie grandma grandpa granny nurse "
    "herr frau fräulein doktor onkel tante oma opa familie schwester pfarrer "
    "señor señora señorita sr sra srta don doña doctora profesor profesora tío tía abuelo abuela "
    "fray "
    "monsieur madame mademoiselle mme mlle m docteur maître tonton tata tante oncle mamie papi";

constexpr std::string_view organisationMarks =
    "gmbh ag kg ohg ug ltd limited llc plc inc corp corporation company foundation university "
    "college institute association trust society council "
    "bank club union committee ministry agency universität hochschule institut stiftung verein "
    "e.v ev genossenschaft gesellschaft verlag ministerium sparkasse "
    "universidad instituto fundación asociación sociedad cooperativa ayuntamiento ministerio s.l "
    "s.a s.a.s sarl sas université fondation société coopérative "
    "mairie ministère préfecture";

constexpr std::string_view demonyms =
    "english french german spanish italian portuguese dutch irish scottish welsh british "
    "american european african asian russian chinese japanese polish turkish greek "
    "latin arabic hebrew danish swedish norwegian finnish indian mexican canadian australian "
    "christian catholic muslim jewish christmas easter internet god";

struct Entry {
    NameKind name = NameKind::none;
    bool isPlace = false;
    bool isTitle = false;
    bool isOrganisation = false;
    bool isWeekday = false;
    bool isDemonym = false;
    std::int8_t month = 0;
    std::int8_t number = 0;
};
using Map = text::WordMap<Entry>;

void addMonths(Map &map)
{
    static constexpr std::string_view months[] = {
        "january jan januar jänner enero ene janvier janv",
        "february feb februar febrero février févr fév",
        "march mar märz marzo mars mrz",
        "april apr abril abr avril avr",
        "may mai mayo",
        "june jun juni junio juin",
        "july jul juli julio juillet juil",
        "august aug agosto ago août aout",
        "september sep sept septiembre setiembre septembre",
        "october oct oktober okt octubre octobre",
        "november nov noviembre novembre",
        "december dec dezember dez diciembre dic décembre déc",
    };
    std::int8_t month = 0;
    for (const std::string_view names : months) {
        ++month;
        text::forEachWord(names, [&](std::string_view word) { map[word].month = month; });
    }
}

void addNumbers(Map &map)
{
    static constexpr std::string_view numbers[] = {"one ein eine einen einer un una uno une",
                                                   "two zwei dos deux",
                                                   "three drei tres trois",
                                                   "four vier cuatro quatre",
                                                   "five fünf cinco cinq",
                                                   "six sechs seis",
                                                   "seven sieben siete sept",
                                                   "eight acht ocho huit",
                                                   "nine neun nueve neuf",
                                                   "ten zehn diez dix",
                                                   "eleven elf once onze",
                                                   "twelve zwölf doce douze"};
    std::int8_t number = 0;
    for (const std::string_view names : numbers) {
        ++number;
        text::forEachWord(names, [&](std::string_view word) { map[word].number = number; });
    }
}

const Map &map()
{
    static const Map made = [] {
        Map map(4096);
        text::forEachWord(givenNames, [&](std::string_view w) { map[w].name = NameKind::given; });
        text::forEachWord(ambiguousNames,
                          [&](std::string_view w) { map[w].name = NameKind::ambiguous; });
        text::forEachWord(places, [&](std::string_view w) { map[w].isPlace = true; });
        text::forEachWord(titles, [&](std::string_view w) { map[w].isTitle = true; });
        text::forEachWord(organisationMarks,
                          [&](std::string_view w) { map[w].isOrganisation = true; });
        text::forEachWord(demonyms, [&](std::string_view w) { map[w].isDemonym = true; });
        text::forEachWord(
            "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch "
            "donnerstag "
            "freitag samstag sonntag sonnabend lunes martes miércoles jueves viernes sábado "
            "domingo lundi "
            "mardi mercredi jeudi vendredi samedi dimanche mondays tuesdays wednesdays thursdays "
            "fridays "
            "saturdays sundays",
            [&](std::string_view w) { map[w].isWeekday = true; });
        addMonths(map);
        addNumbers(map);
        return map;
    }();
    return made;
}

const Entry &entryOf(text::Word form)
{
    static const Entry none;
    const Entry *found = map().find(form);
    return found ? *found : none;
}

}  // namespace

NameKind givenName(text::Word form)
{
    return entryOf(form).name;
}

bool isPlace(text::Word form)
{
    return entryOf(form).isPlace;
}

bool isTitle(text::Word form)
{
    return entryOf(form).isTitle;
}

bool isOrganisationMark(text::Word form)
{
    return entryOf(form).isOrganisation;
}

int monthOf(text::Word form)
{
    return entryOf(form).month;
}

bool isWeekday(text::Word form)
{
    return entryOf(form).isWeekday;
}

int smallNumber(text::Word form)
{
    return entryOf(form).number;
}

bool isDemonym(text::Word form)
{
    return entryOf(form).isDemonym;
}

}  // namespace capabilities::gazetteer
