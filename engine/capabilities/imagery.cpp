#include "capabilities/imagery.h"

#include "text/wordset.h"

#include <string>

namespace capabilities {
namespace {

constexpr std::string_view english =
    "sea ocean river water wave lake rain snow ice storm wind cloud sky sun moon star night dark "
    "darkness light shadow fire flame smoke ash "
    "forest tree root leaf flower garden thorn rose desert mountain valley cliff cave stone sand "
    "island shore bridge road path door gate key "
    "lock wall window house tower castle stairs staircase corridor attic cellar mirror mask "
    "clock bell train boat ship bird owl crow raven swan fish "
    "whale wolf wolves dog cat horse snake spider fox bear lion butterfly bee moth eye eyes hand "
    "hands heart blood bone bones skin tooth teeth "
    "hair wing wings feather crown sword thread rope knot letter book candle lamp lantern gold "
    "golden silver glass crystal pearl ghost angel devil dragon "
    "giant child mother father king queen fly flying fall falling drown swim float dream dreamt "
    "whisper silence echo song dance grave coffin "
    "greenhouse lighthouse labyrinth maze abyss horizon dawn dusk twilight frost thunder "
    "lightning rainbow seed harvest nest egg cage chain";
constexpr std::string_view german =
    "meer see fluss wasser welle regen schnee eis sturm wind wolke himmel sonne mond stern nacht "
    "dunkel dunkelheit licht schatten feuer flamme rauch asche "
    "wald baum bäume wurzel blatt blume garten dorn rose wüste berg tal klippe höhle stein sand "
    "insel ufer brücke strasse weg tür tor schlüssel schloss mauer "
    "wand fenster haus turm burg treppe flur dachboden keller spiegel maske uhr glocke zug boot "
    "schiff vogel vögel eule krähe rabe schwan fisch wal wolf "
    "wölfe hund katze pferd schlange spinne fuchs bär löwe schmetterling biene auge augen hand "
    "hände herz blut knochen haut zahn zähne haar flügel feder "
    "krone schwert faden seil knoten brief buch kerze lampe laterne gold silber glas kristall "
    "perle gespenst engel teufel drache riese kind mutter vater könig "
    "königin fliegen fallen ertrinken schwimmen schweben traum träumte flüstern stille echo lied "
    "tanz grab sarg leuchtturm labyrinth abgrund horizont "
    "dämmerung morgengrauen frost donner blitz regenbogen samen ernte nest ei käfig kette";
constexpr std::string_view spanish =
    "mar océano río agua ola lago lluvia nieve hielo tormenta viento nube cielo sol luna "
    "estrella noche oscuro oscuridad luz sombra fuego llama humo ceniza "
    "bosque árbol raíz hoja flor jardín espina rosa desierto montaña valle acantilado cueva "
    "piedra arena isla orilla puente camino puerta llave muro pared ventana "
    "casa torre castillo escalera pasillo desván sótano espejo máscara reloj campana tren barco "
    "pájaro búho cuervo cisne pez ballena lobo perro gato caballo serpiente araña zorro "
    "oso león mariposa abeja ojo ojos mano manos corazón sangre hueso piel diente dientes pelo "
    "ala alas pluma corona espada hilo cuerda nudo carta libro vela lámpara farol "
    "oro plata vidrio cristal perla fantasma ángel diablo dragón gigante niño madre padre rey "
    "reina volar caer ahogarse nadar flotar sueño soñé susurro silencio eco "
    "canción baile tumba ataúd faro laberinto abismo horizonte alba crepúsculo escarcha trueno "
    "relámpago arcoíris semilla cosecha nido huevo jaula cadena";
constexpr std::string_view french =
    "mer océan fleuve rivière eau vague lac pluie neige glace tempête orage vent nuage ciel "
    "soleil lune étoile nuit obscurité sombre lumière ombre feu flamme fumée cendre "
    "forêt arbre racine feuille fleur jardin épine rose désert montagne vallée falaise grotte "
    "pierre sable île rive pont chemin porte clé mur fenêtre maison tour château "
    "escalier couloir grenier cave miroir masque horloge cloche train bateau navire oiseau hibou "
    "corbeau cygne poisson baleine loup chien chat cheval serpent araignée renard "
    "ours lion papillon abeille oeil yeux main mains coeur sang os peau dent dents cheveux aile "
    "ailes plume couronne épée fil corde noeud lettre livre bougie lampe lanterne or "
    "argent verre cristal perle fantôme ange diable dragon géant enfant mère père roi reine "
    "voler tomber noyer nager flotter rêve rêvé murmure silence écho chanson danse "
    "tombe cercueil phare labyrinthe abîme horizon aube crépuscule givre tonnerre éclair graine "
    "moisson nid oeuf cage chaîne";

// Words that stand for something without naming it.
constexpr std::string_view vague[5] = {
    "",
    "thing things stuff something someone somebody somewhere somehow anyway anything it that "
    "this those other others one kind sort maybe perhaps basically "
    "actually whatever depending such it's that's otherwise rather more less synergies leverage "
    "stakeholders holistic alignment paradigm ecosystem "
    "operationalise operationalize enablement value-driven narrative transformation synergy",
    "ding dinge sache sachen irgendwie irgendwas irgendwer irgendwo etwas das dies halt "
    "eigentlich vielleicht quasi sozusagen andere anderen anders der "
    "einer es man jedenfalls sonst irgendwann",
    "cosa cosas aquello eso esto ello algo lo otro otra alguien este ese tal quizás total "
    "entonces claro manera ella él",
    "truc trucs chose choses ça cela c'est ceci quelque quelqu'un autre autrement celui celle "
    "l'autre machin enfin bref justement celui-là on là sinon fait c y en"};

struct Stems {
    std::string pool;
    text::WordMap<bool> set{512};
    Stems(text::Language language, std::string_view words)
    {
        pool.reserve(words.size() * 2);
        text::forEachWord(words, [&](std::string_view word) {
            const std::size_t start = pool.size();
            pool += text::stem(language, word);
            set[std::string_view(pool).substr(start)] = true;
        });
    }
};

}  // namespace

bool isImageryStem(text::Language language, std::string_view stem)
{
    static const Stems inEnglish(text::Language::en, english);
    static const Stems inGerman(text::Language::de, german);
    static const Stems inSpanish(text::Language::es, spanish);
    static const Stems inFrench(text::Language::fr, french);
    switch (language) {
    case text::Language::en: return inEnglish.set.find(stem);
    case text::Language::de: return inGerman.set.find(stem);
    case text::Language::es: return inSpanish.set.find(stem);
    case text::Language::fr: return inFrench.set.find(stem);
    case text::Language::und: break;
    }
    return false;
}

bool isVagueWord(text::Language language, text::Word form)
{
    static const auto map = [] {
        text::WordMap<std::uint8_t> made(512);
        for (std::size_t i = 1; i < 5; ++i)
            text::forEachWord(vague[i], [&](std::string_view word) {
                made[word] |= static_cast<std::uint8_t>(1u << i);
            });
        return made;
    }();
    const auto *found = map.find(form);
    return found && (*found & (1u << static_cast<unsigned>(language)));
}

}  // namespace capabilities
