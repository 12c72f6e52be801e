#include "capabilities/dullwords.h"

#include "text/wordset.h"

#include <string>

namespace capabilities {
namespace {

constexpr std::string_view english =
    "make makes made making want wants wanted need needs needed go goes going went gone come "
    "comes came coming take takes took "
    "taken find finds found give gives gave given say says said saying know knows knew known "
    "think thinks thought thinking see "
    "sees saw seen look looks looked looking use uses used using try tries tried tell tells told "
    "ask asks asked work works "
    "worked working feel feels felt feeling leave leaves left put puts keep keeps kept begin "
    "begins began start starts started show "
    "shows showed shown hear heard play run runs ran move moved live lived believe bring brings "
    "brought happen happened write "
    "wrote written provide provides provided sit sat stand stood lose lost pay paid meet met "
    "include includes included continue "
    "continued set learn learned change changed lead understand understood watch watched follow "
    "followed stop stopped create speak "
    "read allow add added spend grow open opened walk walked offer remember remembered consider "
    "appear buy bought wait waited "
    "serve die send sent expect build stay fall reach remain suggest raise pass sell require "
    "report decide decided pull push "
    "turn turned call called please thank thanks good great big small new old young long short "
    "high low large little different "
    "important nice fine bad better best worse sure able available early late last next first "
    "second third few full free easy hard "
    "right wrong real whole main certain clear possible likely own day days today tomorrow "
    "yesterday week weeks month months year years "
    "time times hour hours minute minutes second seconds morning afternoon evening night monday "
    "tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october "
    "november december thing things way "
    "ways lot lots bit kind sort part parts number amount people person man woman someone place "
    "end side case point fact one two three four five "
    "six seven eight nine ten eleven twelve hundred thousand half quarter back well ok okay "
    "maybe still away today tonight ago "
    "actually finally slowly quickly suddenly really simply usually probably exactly nearly "
    "later around help let cup cups tablespoon "
    "tablespoons teaspoon teaspoons tbsp tsp gram grams ml kg oz pound pounds dollar dollars "
    "euro euros per cent percent http https "
    "www html com note notes item items etc via versus whatever anyway hello hi dear yes no see "
    "done do";
constexpr std::string_view german =
    "machen macht machte gemacht gehen geht ging gegangen kommen kommt kam gekommen nehmen nimmt "
    "nahm genommen geben gab gegeben "
    "sagen sagt sagte gesagt wissen weiss wusste gewusst denken denkt dachte gedacht sehen sieht "
    "sah gesehen brauchen braucht "
    "brauchte finden findet fand gefunden lassen lässt liess bleiben bleibt blieb geblieben "
    "liegen liegt lag stehen steht stand "
    "heissen heisst hiess tun tut tat getan bringen bringt brachte gebracht leben lebt halten "
    "hält hielt sprechen sprach spielen "
    "zeigen zeigt beginnen beginnt begann versuchen versucht fragen fragt fragte stellen stellt "
    "setzen setzt schreiben schreibt schrieb "
    "geschrieben lesen liest las kaufen kauft kaufte gekauft warten wartet wartete holen holt "
    "suchen sucht gut gute guten guter gutes "
    "gross grosse grossen grosser grosses klein kleine kleinen kleiner kleines neu neue neuen "
    "neuer neues alt alte alten alter lang "
    "lange langen kurz kurze hoch hohe schlecht besser beste besten letzte letzten letzter "
    "nächste nächsten nächster erste ersten "
    "erster zweite zweiten dritte dritten wichtig wichtige richtig falsch ganze ganzen klar "
    "leicht schwer schnell langsam spät später "
    "früh heute morgen gestern tag tage tagen tages woche wochen monat monate monaten jahr jahre "
    "jahren uhr stunde stunden minute "
    "minuten sekunde morgens abend abends nacht nachts mittag mittags vormittag nachmittag "
    "montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag januar februar märz april mai juni juli august september oktober november "
    "dezember mal male sache sachen "
    "ding dinge art teil teile leute mensch menschen mann frau ende seite stelle fall punkt zwei "
    "drei vier fünf sechs sieben acht neun zehn "
    "elf zwölf hundert tausend halb halbe viertel bitte danke ja nein ok etwa stück gramm "
    "esslöffel teelöffel el tl ml kg euro cent prozent "
    "zeit bisschen paar möglich nötig heisst jeweils insgesamt ca";
constexpr std::string_view spanish =
    "hacer hace hizo hecho ir iba decir dice dijo dicho ver veo vio visto dar doy dio dado saber "
    "sabe supo querer quiere quiero quería "
    "llegar llega llegó pasar pasa pasó deber poner pone puso puesto parecer parece quedar queda "
    "quedó creer cree hablar habla "
    "llevar lleva llevó dejar deja dejó seguir sigue siguió encontrar encuentra encontró llamar "
    "llama llamó venir viene vino "
    "pensar piensa salir sale salió volver vuelve volvió tomar toma tomó conocer vivir vive "
    "sentir siente tratar mirar mira miró contar "
    "empezar empieza empezó esperar espera buscar busca entrar entra trabajar escribir escribe "
    "comprar compra perder necesitar necesita "
    "usar leer abrir abre cerrar bueno buena buenos buen gran grande grandes pequeño pequeña "
    "pequeños nuevo nueva nuevos viejo vieja "
    "largo corto alto bajo mejor peor último última próximo próxima primero primera primer "
    "segundo segunda tercero importante claro "
    "posible fácil difícil libre todo día días hoy ayer mañana semana semanas mes meses año años "
    "hora horas minuto minutos tarde noche "
    "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio "
    "julio agosto septiembre octubre noviembre "
    "diciembre cosa cosas vez veces parte partes manera forma tipo gente persona personas hombre "
    "mujer lugar lado final caso punto "
    "dos tres cuatro cinco seis siete ocho nueve diez once doce cien mil medio media gracias "
    "favor sí tiempo rato poco gramos cucharada "
    "cucharadas cucharadita ml kg euro euros ciento";
constexpr std::string_view french =
    "faire fait fais font aller va vont allé dire dit disait voir vois voit vu donner donne "
    "donné savoir sait su vouloir veut veux voulait "
    "falloir venir vient venu prendre prend pris mettre met mis passer passe passé devoir rester "
    "reste resté trouver trouve trouvé "
    "parler parle laisser laisse laissé tenir tient porter porte demander demande demandé "
    "sembler semble croire croit suivre suit "
    "partir part parti sortir sort arriver arrive arrivé entrer entre attendre attend vivre vit "
    "chercher cherche commencer commence "
    "commencé écrire écrit lire acheter achète perdre utiliser ouvrir ouvre fermer appeler "
    "appelle regarder regarde sentir penser "
    "pense bon bonne bons grand grande grands petit petite petits petites nouveau nouvelle vieux "
    "vieille long longue court haut bas "
    "meilleur mieux dernier dernière derniers prochain prochaine premier première deuxième "
    "troisième important importante possible facile "
    "difficile libre jour jours aujourd'hui hier demain semaine semaines mois an ans année "
    "années heure heures minute minutes matin "
    "midi soir soirée nuit lundi mardi mercredi jeudi vendredi samedi dimanche janvier février "
    "mars avril mai juin juillet août septembre "
    "octobre novembre décembre chose choses fois partie façon manière type gens personne "
    "personnes homme femme lieu côté fin cas point deux "
    "trois quatre cinq six sept huit neuf dix onze douze cent mille demi merci oui non temps peu "
    "grammes cuillère cuillères soupe ml "
    "kg euro euros";

// The stems of the words, kept beside the set that points into them.
struct DullWords {
    std::string pool;
    text::WordMap<bool> set{1024};

    DullWords() = default;
    DullWords(text::Language language, std::string_view words)
    {
        pool.reserve(words.size() * 2);  // stems are no longer than words: nothing moves
        text::forEachWord(words, [&](std::string_view word) {
            const std::size_t start = pool.size();
            pool += text::stem(language, word);
            set[std::string_view(pool).substr(start)] = true;
        });
    }
};

const DullWords &dullWordsOf(text::Language language)
{
    static const DullWords none;
    static const DullWords inEnglish(text::Language::en, english);
    static const DullWords inGerman(text::Language::de, german);
    static const DullWords inSpanish(text::Language::es, spanish);
    static const DullWords inFrench(text::Language::fr, french);
    switch (language) {
    case text::Language::en: return inEnglish;
    case text::Language::de: return inGerman;
    case text::Language::es: return inSpanish;
    case text::Language::fr: return inFrench;
    case text::Language::und: break;
    }
    return none;
}

// Words after which a noun is likely (1) or a verb (2).
const text::WordMap<std::uint8_t> &neighbourSigns()
{
    static const auto made = [] {
        text::WordMap<std::uint8_t> map(512);
        const auto fill = [&](std::string_view words, std::uint8_t bit) {
            text::forEachWord(words, [&](std::string_view word) { map[word] |= bit; });
        };
        fill("the a an my your his her its our their this these those of in on at with for from "
             "by no some every each another "
             "el la los las un una unos unas mi mis tu tus su sus nuestro nuestra de del al con "
             "en por para cada este esta sin "
             "le les une des mon ma mes ton ta son sa ses notre nos votre leur leurs du au aux ce "
             "cette ces chaque avec pour sans",
             1);
        fill("i you he she it we they to will would can could should must may might not don't "
             "didn't doesn't never who has have had was "
             "were is are been be i'm we're they're i've yo se me te nos lo le no que he ha han "
             "había je tu il elle on nous vous ils elles ne "
             "n'ai j'ai a ont est sont qui",
             2);
        return map;
    }();
    return made;
}

}  // namespace

std::uint8_t neighbourSign(text::Word form)
{
    const std::uint8_t *found = neighbourSigns().find(form);
    return found ? *found : 0;
}

bool isDullStem(text::Language language, std::string_view stem)
{
    return dullWordsOf(language).set.find(stem) != nullptr;
}

}  // namespace capabilities
