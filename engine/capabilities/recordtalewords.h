// Word lists for tales in four languages: kin, strangers, feelings, articles. Owns the lists, as
// folded forms; recordtaleparts.cpp decides what they mean. Thread contract: built once, then read.
#pragma once

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace capabilities::record {

using Words = std::unordered_set<std::string_view>;

inline Words wordsOf(std::string_view list)
{
    Words out;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (end > 0)
            out.insert(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return out;
}

inline const Words &possessives()
{
    static const Words words = wordsOf(
        "my our mein meine meiner meinem meinen unser unsere mi mis nuestra nuestro mon ma mes "
        "notre nos");
    return words;
}

inline const Words &indefinites()
{
    static const Words words = wordsOf(
        "a an ein eine einen einem einer un una unos unas une des two three four dos tres deux "
        "trois zwei drei");
    return words;
}

inline const Words &definites()
{
    static const Words words =
        wordsOf("the der die das den dem des el la los las le les l au aux del al");
    return words;
}

inline const Words &kin()
{
    static const Words words = wordsOf(
        "mother mum mom father dad brother sister grandmother gran grandma nan grandfather "
        "grandpa grandad aunt uncle cousin wife husband son daughter child children baby friend "
        "friends boss neighbour neighbor teacher class parents family "
        "mutter mama vater papa bruder schwester oma opa grossmutter grossvater großmutter "
        "großvater tante onkel cousine frau mann sohn tochter kind kinder freund freundin chef "
        "chefin nachbar nachbarin lehrer lehrerin eltern familie "
        "madre mamá padre papá hermano hermana abuela abuelo tía tío prima primo mujer marido "
        "hijo hija hijos niños amigo amiga amigos jefe jefa vecino vecina maestra maestro "
        "profesora padres familia "
        "mère maman père papa frère sœur soeur grand-mère grand-père mamie papi tante oncle "
        "cousin cousine femme mari fils fille enfants ami amie amis chef patron voisin voisine "
        "maîtresse professeur parents famille");
    return words;
}

// people met in dreams who have no name: strangers and trades
inline const Words &strangers()
{
    static const Words words = wordsOf(
        "man woman boy girl stranger child nurse doctor conductor policeman guard soldier king "
        "queen crowd people someone figure "
        "mann frau junge mädchen fremder fremde kind arzt ärztin schaffner schaffnerin polizist "
        "kellner kellnerin pförtner soldat gestalt leute "
        "hombre mujer niño niña desconocido desconocida médico enfermera policía guardia revisor "
        "señora señor gente portero "
        "homme femme garçon fille inconnu inconnue médecin infirmière contrôleur contrôleuse "
        "policier gardien foule gens vieillard dame monsieur");
    return words;
}

inline const Words &feelingStems()
{
    static const Words words = wordsOf(
        "joy joyful happy happiness sad sadness afraid fear scared frightened terrified terror "
        "panic ashamed shame angry anger furious lonely loneliness calm peace peaceful relieved "
        "relief anxious anxiety worried dread guilt guilty proud hope longing "
        "grief content tired exhausted confused lost free excited jealous safe homesick "
        "embarrassed disgust helpless wonder love tender tenderness lightness light "
        "freude froh fröhlich glücklich glück traurig trauer traurigkeit angst panik furcht "
        "scham beschämt wut wütend zorn einsam einsamkeit ruhig ruhe frieden erleichtert "
        "erleichterung sorge schuld stolz hoffnung sehnsucht müde verwirrt verloren leicht leer "
        "ekel hilflos geborgen heimweh "
        "alegría alegre feliz felicidad triste tristeza miedo pánico terror vergüenza rabia ira "
        "enfadado enfadada soledad sola solo calma paz tranquila tranquilo alivio ansiedad "
        "angustia preocupado culpa orgullo orgullosa esperanza nostalgia cansada cansado rota "
        "ternura "
        "joie joyeux joyeuse heureux heureuse bonheur triste tristesse peur panique terreur "
        "honte colère furieux seule seul solitude calme paix tranquille soulagée soulagé "
        "soulagement angoisse angoissée inquiète inquiet culpabilité fier fière espoir nostalgie "
        "fatiguée fatigué vide tendresse légère léger");
    return words;
}

}  // namespace capabilities::record
