#include "capabilities/namecues.h"

namespace capabilities {

const NameCues &nameCues()
{
    static const NameCues made = [] {
        NameCues cues;
        const auto fill = [](text::WordMap<bool> &set, std::string_view words) {
            text::forEachWord(words, [&](std::string_view word) { set[word] = true; });
        };
        fill(cues.personVerbs,
             "said says asked asks told tells thinks thought wants wanted will would has had is "
             "was can could gave gives took takes brings brought "
             "wrote writes laughed smiled cried spoke knows knew came went called calls sent "
             "promised offered explained believes suggested agreed "
             "to paints hems looks sat stood died found loves likes needs built played leads "
             "reads read writes made makes "
             "sagt sagte fragt fragte meint meinte hat hatte ist war will kommt kam geht ging "
             "ruft rief schreibt schrieb bringt brachte erzählt "
             "erzählte lacht lachte gibt gab macht machte holt weiss wusste soll muss kann "
             "übernimmt kümmert spielt "
             "dijo dice preguntó contó quiere tiene tenía es era fue va mirará leyó llegó vino "
             "trae trajo llamó cree sabe escribió escribe hizo hace "
             "dit disait demande demanda veut a avait est était va vient arrive apporte pense "
             "sait fait écrit répond raconte");
        fill(cues.weakVerbs,
             "has had is was will would can could to needs looks hat hatte ist war will kann muss "
             "soll "
             "es era fue va tiene tenía a avait est était va fait hace gibt gab gives gave");
        fill(cues.peopleFields,
             "attendees attending present participants here out owner lead author responsible who "
             "with absent apologies chair by from to host "
             "anwesend teilnehmer teilnehmende entschuldigt leitung verantwortlich protokollant "
             "abwesend von mit "
             "asistentes presentes asisten responsable ausentes autor autora encargado encargada "
             "excusados "
             "présents présent participants participant excusés absents absent auteur autrice");
        fill(cues.placeFields,
             "place location where venue room ort raum wo treffpunkt lugar sala sitio lieu salle "
             "endroit");
        fill(cues.placePrepositions,
             "in at near from to nach aus bei en desde hasta hacia à de vers depuis");
        fill(cues.withWords,
             "with mit con avec and und y et e for für para pour by von por par ask tell fragt "
             "ring call thank thanks dear hi hello lieber liebe "
             "querida querido chère cher");
        return cues;
    }();
    return made;
}

}  // namespace capabilities
