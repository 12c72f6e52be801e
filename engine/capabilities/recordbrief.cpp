#include "capabilities/recordforms.h"
#include "capabilities/recordvalues.h"

#include <algorithm>

namespace capabilities::record {

namespace json = boost::json;

namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr std::string_view clientNames =
    "client|customer|for|ordered by|auftraggeber|auftraggeberin|kunde|kundin|cliente|client|"
    "commanditaire|donneur d'ordre|donneuse";
constexpr std::string_view goalNames =
    "goal|aim|objective|purpose|why|ziel|zweck|objetivo|meta|para qué|objectif|but|pourquoi";
constexpr std::string_view audienceNames =
    "audience|target group|for whom|readers|users|who for|zielgruppe|für wen|publikum|público|"
    "destinatarios|para quién|public|cible|pour qui|publics";
constexpr std::string_view toneNames =
    "tone|mood|voice|style|feel|ton|tonfall|stimmung|stil|anmutung|tono|estilo|voz|ambiance|style";
constexpr std::string_view deliverableNames =
    "deliverables|deliverable|what we get|what we need|we need|hand over|output|formats|"
    "lieferung|ergebnisse|abzugeben|was wir brauchen|lieferumfang|leistungen|umfang|"
    "entregas|entregables|entregable|qué necesitamos|piezas|livrables|à livrer|à fournir|rendu|"
    "rendus|attendus|formats";
constexpr std::string_view constraintNames =
    "constraints|constraint|limits|rules|ground rules|must|must not|requirements|no-gos|"
    "please note|conditions|vorgaben|bedingungen|einschränkungen|regeln|grenzen|"
    "bitte beachten|rahmen|condiciones|límites|restricciones|requisitos|normas|contraintes|"
    "conditions|règles|limites|à éviter|important";
constexpr std::string_view budgetNames =
    "budget|money|fee|cost|price|honorar|kosten|presupuesto|dinero|honorarios|precio|montant|"
    "prix|enveloppe";
constexpr std::string_view deadlineNames =
    "deadline|due|delivery|by|when|finished by|frist|termin|abgabe|abgabetermin|bis|fertig bis|"
    "fecha límite|plazo|entrega|fecha|para cuándo|échéance|délai|date limite|livraison|remise|"
    "pour le|rendu le";

std::string dayOr(std::string_view value)
{
    const auto day = dayIn(value);
    return day ? dayText(value, *day) : std::string(withoutEnd(value));
}

std::string valueOf(const Outline &outline, std::string_view names)
{
    if (const Line *line = fieldNamed(outline, names))
        return std::string(withoutEnd(line->value));
    const auto under = linesUnder(outline, names);
    return under.empty() || under.front()->kind == LineKind::item
               ? std::string()
               : std::string(withoutEnd(under.front()->text));
}

// The words after one of the cues, up to the next comma or the like
std::string after(const Outline &outline, std::initializer_list<std::string_view> cues,
                  std::string_view stops = ",;.:(!?")
{
    for (const std::string_view cue : cues) {
        for (const Line &line : outline.lines) {
            if (line.kind == LineKind::title || line.kind == LineKind::heading)
                continue;
            const std::string lower = lowered(line.text);
            const std::size_t at = lower.find(cue);
            if (at == npos || (at > 0 && isWordByte(lower[at - 1]) && isWordByte(cue.front())))
                continue;
            const std::string_view rest = std::string_view(line.text).substr(at + cue.size());
            const std::string words(withoutEnd(rest.substr(0, rest.find_first_of(stops))));
            if (words.size() > 2)
                return words;
        }
    }
    return {};
}

// Who speaks: "The harbour museum needs", "Für unsere Praxis suchen wir"
std::string clientInProse(const Outline &outline)
{
    static constexpr std::string_view verbs[] = {
        " needs ",       " is looking for ", " would like ", " wants ",   " is commissioning ",
        " commissions ", " seeks ",          " sucht ",      " braucht ", " möchte ",
        " benötigt ",    " busca ",          " necesita ",   " quiere ",  " cherche ",
        " a besoin ",    " souhaite ",       " recherche ",  " voudrait "};
    for (const Line &line : outline.lines) {
        const std::string lower = lowered(line.text);
        if (lower.starts_with("für unsere ") || lower.starts_with("für unseren ")
            || lower.starts_with("für unser ")) {
            const std::size_t end = lower.find(" suchen");
            if (end != npos && end < 60)
                return line.text.substr(5, end - 5);
        }
        for (const std::string_view verb : verbs) {
            const std::size_t at = lower.find(verb);
            if (at == npos || at > 60 || at < 3)
                continue;
            const std::string subject = lower.substr(0, at);
            static constexpr std::string_view nobody[] = {
                "i",   "we",  "it", "he",   "she", "they", "wir",  "ich",  "es",   "er",  "sie",
                "man", "you", "on", "nous", "je",  "il",   "elle", "that", "this", "who", "one"};
            const bool isNobody =
                std::find(std::begin(nobody), std::end(nobody), subject) != std::end(nobody);
            if (!isNobody && std::count(subject.begin(), subject.end(), ' ') <= 6
                && subject.find(',') == npos)
                return line.text.substr(0, at);
        }
    }
    for (const std::string_view cue :
         {"we are ", "we're ", "wir sind ", "somos ", "nous sommes "}) {
        const std::string words = after(outline, {cue});
        if (!words.empty() && !words.starts_with("looking")
            && std::count(words.begin(), words.end(), ' ') <= 7)
            return words;
    }
    return {};
}

json::array itemsUnder(const Outline &outline, std::string_view names)
{
    json::array out;
    for (const Line *line : linesUnder(outline, names)) {
        if (line->kind == LineKind::item)
            out.emplace_back(withoutEnd(line->text));
    }
    if (const Line *line = fieldNamed(outline, names); out.empty() && line) {
        for (const std::string &part : listed(line->value))
            out.emplace_back(part);
    }
    return out;
}

json::array deliverablesOf(const Outline &outline)
{
    json::array out = itemsUnder(outline, deliverableNames);
    if (!out.empty())
        return out;
    const std::string words =
        after(outline,
              {"would hand over ",  "hand over ",        "to be delivered: ", "please deliver ",
               "deliver ",          "we need from you ", "abzugeben sind ",   "abzugeben ist ",
               "geliefert werden ", "wir brauchen ",     "am ende stehen ",   "hay que entregar ",
               "se entregan ",      "se entregará ",     "se entrega ",       "entregar ",
               "necesitamos ",      "il faut livrer ",   "il nous faut ",     "à rendre : ",
               "on attend ",        "nous attendons ",   "livrer ",           "really just ",
               "all we need is ",   "what we need is ",  "we need ",          "we want "},
              ".;!?");
    for (const std::string &part : listed(words)) {
        if (out.size() < 8)
            out.emplace_back(part);
    }
    return out;
}

// Sentences and clauses that forbid, limit or demand
json::array constraintsOf(const Outline &outline)
{
    json::array out = itemsUnder(outline, constraintNames);
    if (!out.empty())
        return out;
    static constexpr std::string_view cues[] = {
        "no",      "not",     "never",      "must",       "avoid",   "without",     "only",
        "at most", "may not", "cannot",     "don't",      "has to",  "have to",     "keine",
        "keinen",  "kein",    "nicht",      "nie",        "muss",    "müssen",      "höchstens",
        "nur",     "ohne",    "darf",       "dürfen",     "maximal", "sin",         "nunca",
        "debe",    "deben",   "tiene que",  "tienen que", "máximo",  "solo",        "sólo",
        "evitar",  "nada de", "pas de",     "ne pas",     "sans",    "jamais",      "doit",
        "doivent", "maximum", "uniquement", "éviter",     "il faut", "surtout pas", "aucun",
        "aucune"};
    for (const Line &line : outline.lines) {
        if (line.kind == LineKind::title || line.kind == LineKind::heading || !line.name.empty())
            continue;
        const std::string lower = lowered(line.text);
        const bool isRule = std::any_of(std::begin(cues), std::end(cues),
                                        [&](std::string_view cue) { return hasWord(lower, cue); });
        const bool isOther = moneyIn(line.text) || lower.find("what we do not want") != npos
                             || line.text.ends_with("?");
        if (!isRule || isOther || line.text.size() > 220)
            continue;
        std::string words(withoutEnd(line.text));
        for (const std::string_view polite : {"Please ", "Bitte ", "Por favor, ", "Merci de "}) {
            if (words.starts_with(polite))
                words = words.substr(polite.size());
        }
        out.emplace_back(words);
    }
    return out;
}

std::string goalOf(const Outline &outline)
{
    const std::string named = valueOf(outline, goalNames);
    return !named.empty()
               ? named
               : after(outline, {"what we want is ", "the point is to ", "so that ",
                                 "it should ",       "the aim is to ",   "should help ",
                                 "would like ",      "es soll ",         "soll ",
                                 "damit ",           "queremos ",        "para que ",
                                 "se trata de ",     "l'idée est de ",   "il s'agit de ",
                                 "pour que ",        "afin de ",         "afin que ",
                                 "we need ",         "we want ",         "i need ",
                                 "wir suchen ",      "necesitamos ",     "buscamos ",
                                 "nous cherchons ",  "on cherche ",      "looking for "});
}

std::string audienceOf(const Outline &outline)
{
    const std::string named = valueOf(outline, audienceNames);
    return !named.empty() ? named
                          : after(outline, {"makes it for ",
                                            "is for ",
                                            "are for ",
                                            "aimed at ",
                                            "meant for ",
                                            "made for ",
                                            "for people who ",
                                            "there'll be ",
                                            "richtet sich an ",
                                            "gedacht für ",
                                            "menschen helfen, die ",
                                            "va dirigido a ",
                                            "dirigido a ",
                                            "dirigida a ",
                                            "es para ",
                                            "pensado para ",
                                            "s'adresse à ",
                                            "s'adresse aux ",
                                            "destiné à ",
                                            "destiné aux ",
                                            "destinée aux ",
                                            "destinée à ",
                                            "c'est pour ",
                                            "für menschen",
                                            "für kinder",
                                            "für "});
}

std::string deadlineOf(const Outline &outline)
{
    if (const Line *line = fieldNamed(outline, deadlineNames);
        line && line->kind == LineKind::field
        && (dayIn(line->value) || looseDayIn(line->value) || monthIn(line->value)))
        return dayOr(line->value);
    const Line *loose = nullptr;
    for (const Line &line : outline.lines) {
        if (line.kind == LineKind::title || line.kind == LineKind::heading
            || line.kind == LineKind::item)
            continue;
        const DueSplit split = splitDue(line.text);
        if (const auto day = dayIn(line.text))
            return dayText(line.text, *day);
        if (!split.due.empty() && looseDayIn(split.due) && !loose)
            loose = &line;
    }
    if (loose)
        return splitDue(loose->text).due;
    for (const Line &line : outline.lines) {
        const DueSplit split = splitDue(line.text);
        if (!split.due.empty() && (looseDayIn(split.due) || monthIn(split.due)))
            return split.due;
    }
    return {};
}

}  // namespace

json::object brief(const Outline &outline)
{
    json::object record;
    std::string title = outline.title;
    for (const std::string_view mark :
         {"Brief: ", "Briefing: ", "Auftrag: ", "Encargo: ", "Commande : ", "Commission: "}) {
        if (title.starts_with(mark))
            title = title.substr(mark.size());
    }
    put(record, "title", title);
    const std::string client = valueOf(outline, clientNames);
    put(record, "client", client.empty() ? clientInProse(outline) : client);
    put(record, "goal", goalOf(outline));
    put(record, "audience", audienceOf(outline));
    put(record, "tone", valueOf(outline, toneNames));
    put(record, "deliverables", deliverablesOf(outline));
    put(record, "constraints", constraintsOf(outline));
    const Line *field = fieldNamed(outline, budgetNames);
    auto money = field ? moneyIn(field->value) : std::nullopt;
    for (const Line &line : outline.lines) {
        if (!money && line.kind != LineKind::title)
            money = moneyIn(line.text);
    }
    if (money) {
        record["budget"] = numberValue(money->value);
        put(record, "currency", money->currency);
    }
    put(record, "deadline", deadlineOf(outline));
    return record;
}

}  // namespace capabilities::record
