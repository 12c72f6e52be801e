#include "text/stopwords.h"

namespace text {
namespace {

constexpr std::string_view english =
    "a about above across after afterwards again against ago all almost along already also "
    "although "
    "always am among an and another any anybody anyone anything anyway are aren't around as at "
    "away "
    "back be became because become been before behind being below beside besides between beyond "
    "both "
    "but by can can't cannot could couldn't did didn't do does doesn't doing don't done down "
    "during "
    "each either else enough etc even ever every everybody everyone everything few for from "
    "further "
    "get gets got had hadn't has hasn't have haven't having he he'd he'll he's hence her here "
    "here's "
    "hers herself him himself his how how's however i i'd i'll i'm i've if in indeed inside "
    "instead "
    "into is isn't it it'd it'll it's its itself just least less let let's many may maybe me might "
    "mine more moreover most much must mustn't my myself near neither never nevertheless no nobody "
    "none nor not nothing now nowhere of off often on once one ones only onto or other others "
    "otherwise ought our ours ourselves out outside over own per perhaps quite rather really same "
    "several shall shan't she she'd she'll she's should shouldn't since so some somebody somehow "
    "someone something sometimes somewhere soon still such than that that'll that's the their "
    "theirs "
    "them themselves then there there'd there's therefore these they they'd they'll they're "
    "they've "
    "this those though through throughout thus till to together too toward towards under unless "
    "until "
    "up upon us very was wasn't we we'd we'll we're we've were weren't what what's whatever when "
    "when's whenever where where's whereas wherever whether which while who who's whoever whole "
    "whom "
    "whose why will with within without won't would wouldn't yes yet you you'd you'll you're "
    "you've "
    "your yours yourself yourselves";

constexpr std::string_view german =
    "ab aber alle allein allem allen aller allerdings alles allzu als also am an ander andere "
    "anderem "
    "anderen anderer anderes anders anhand ans auch auf aufs aus ausser ausserdem bald bei beide "
    "beiden "
    "beider beides beim bereits besonders bevor bin bis bisher bist bloss bzw da dabei dadurch "
    "dafür "
    "dagegen daher dahin damals damit danach daneben dann daran darauf daraus darf darin darüber "
    "darum "
    "darunter das dass davon davor dazu dein deine deinem deinen deiner deines dem demnach den "
    "denen "
    "denn dennoch der deren derer derselbe des deshalb dessen desto deswegen dich die dies diese "
    "dieselbe "
    "diesem diesen dieser dieses dir doch dort dorthin du durch durfte durften dürfen ebenfalls "
    "ebenso "
    "eher eigene eigenen ein eine einem einen einer eines einfach einige einigen einiger einiges "
    "einmal "
    "eins einst entlang entweder er erst es etwa etwas euch euer eure eurem euren eurer falls fast "
    "folglich für gab ganz gar gegen gegenüber genau genug gerade gern gerne gewesen geworden "
    "gibt gleich "
    "habe haben habt hast hat hatte hatten hattest hier hierzu hin hinter ich ihm ihn ihnen ihr "
    "ihre "
    "ihrem ihren ihrer ihres im immer in indem infolge innerhalb ins irgendwie ist ja je jede "
    "jedem jeden "
    "jeder jedes jedoch jemals jemand jene jenem jenen jener jenes jetzt kann kannst kaum kein "
    "keine "
    "keinem keinen keiner keines könnt könnte könnten können konnte konnten lediglich leider mal "
    "man "
    "manche manchem manchen mancher manches manchmal mehr mein meine meinem meinen meiner meines "
    "meist "
    "mich mir mit mittels möchte möchten mögen muss musste mussten musst müssen müsste nach "
    "nachdem nah "
    "neben nein nicht nichts nie niemals niemand noch nun nur ob oben obwohl oder oft ohne per "
    "plötzlich "
    "schliesslich schon sehr sei seid seien sein seine seinem seinen seiner seines seit seitdem "
    "selbst "
    "sich sicher sie sind so sobald sodass sofern sofort sogar solange solch solche solchem "
    "solchen solcher "
    "soll sollen sollte sollten sollst somit sondern sonst sowie sowohl statt trotz trotzdem "
    "über überall "
    "überhaupt um umso und ungefähr uns unser unsere unserem unseren unserer unseres unten unter "
    "viel viele "
    "vielem vielen vieler vielleicht vom von vor vorbei vorher während wann war wäre wären waren "
    "warst warum "
    "was weder wegen weil weiter welche welchem welchen welcher welches wem wen wenig wenige "
    "weniger wenn "
    "wer werde werden werdet wessen weshalb wie wieder wieso will willst wir wird wirst wo wobei "
    "wodurch "
    "wofür woher wohin wohl wollen wollte wollten womit worden worüber wurde wurden würde würden "
    "zu zudem "
    "zuerst zum zur zurück zusammen zwar zwischen";

constexpr std::string_view spanish =
    "a acaso además adonde ahora ahí al algo alguien algún alguna algunas alguno algunos allá "
    "allí ambos "
    "ante antes aparte apenas aquel aquella aquellas aquello aquellos aquí así aún aun aunque "
    "bajo bastante "
    "bien cada casi cerca cierto como cómo con conmigo consigo contigo contra cual cuál cuales "
    "cualquier "
    "cualquiera cuan cuando cuándo cuanta cuanto cuánto cuantos cuya cuyas cuyo cuyos da de "
    "debajo debe "
    "deben del delante demasiado dentro desde después detrás donde dónde durante e el él ella "
    "ellas ello "
    "ellos embargo en encima entonces entre era eran eras eres es esa esas ese eso esos esta "
    "está estaba "
    "estaban estado estamos están estar estas estás este esto estos estoy estuve estuvo etc "
    "excepto frente "
    "fue fuera fueron fui ha había habían haber habrá habría hace hacen hacer hacia han has "
    "hasta hay haya "
    "he hemos hizo hoy hubo incluso jamás junto la las le lejos les lo los luego más mas me "
    "mediante "
    "menos mi mí mía mías mientras mío míos mis misma mismas mismo mismos mucha muchas mucho "
    "muchos muy "
    "nada nadie ni ningún ninguna ninguno no nos nosotras nosotros nuestra nuestras nuestro "
    "nuestros nunca "
    "o os otra otras otro otros para pero poca pocas poco pocos podemos poder podía podría por "
    "porque "
    "pronto pude pudo pueda puede pueden puedo pues que qué quien quién quienes quiera quizá "
    "quizás se sé "
    "sea sean según ser será serán sería si sí sido siempre siendo sin sino siquiera sobre sois "
    "solamente "
    "solo sólo somos son soy su sus suya suyo tal tales también tampoco tan tanta tantas tanto "
    "tantos te "
    "tendrá tenemos tener tengo tenía ti tiene tienen toda todas todavía todo todos tras tu tú "
    "tus tuve "
    "tuvo tuya tuyo u un una unas uno unos usted ustedes va vais vamos van varias varios vez voy "
    "vuestra "
    "vuestro y ya yo";

constexpr std::string_view french =
    "a à afin ai aie ailleurs ainsi alors après as assez au aucun aucune aujourd'hui auparavant "
    "auprès "
    "auquel aura aurait auront aussi aussitôt autant autour autre autres autrement aux auxquels "
    "avaient "
    "avais avait avant avec avez avions avoir avons ayant beaucoup bien bientôt ça car ce ceci "
    "cela celle "
    "celles celui cependant certain certaine certaines certains ces cet cette ceux chacun "
    "chacune chaque "
    "chez ci combien comme comment contre d dans davantage de debout dedans dehors déjà demain "
    "depuis "
    "dernière derrière des dès desquels dessous dessus deux devant devra doit doivent donc dont "
    "du duquel "
    "durant elle elles en encore enfin ensuite entre envers es est et étaient étais était étant "
    "été êtes "
    "être eu eue eurent eut eux fait faut fois font fus fut grâce guère hélas hier hors ici il "
    "ils j jamais "
    "je jusqu jusque juste l la là laquelle le lequel les lesquelles lesquels leur leurs loin "
    "lorsqu lorsque "
    "lui m ma mais malgré me même mêmes mes mien mienne mieux moi moins mon n ne néanmoins ni "
    "non nos notre "
    "nôtre nous nul on ont or ou où oui outre par parce parfois parmi partout pas pendant "
    "personne peu peut "
    "peuvent peux plus plusieurs plutôt point pour pourquoi pourrait pourtant pouvait pouvoir "
    "près presque "
    "puis puisqu puisque qu quand quant que quel quelle quelles quelque quelques quels qui "
    "quiconque quoi "
    "quoique rien s sa sans sauf se sera serait seront ses seul seule seulement si sien sienne "
    "sinon soi "
    "soient sois soit sommes son sont sous souvent suis suivant sur surtout t ta tandis tant "
    "tard te tel "
    "telle tellement telles tels tes toi ton toujours tous tout toute toutefois toutes très trop "
    "tu un une "
    "va vais vas vers voici voilà vont vos votre vôtre vous vraiment vu y";

// Words that speak for none of the four: the most telling function words of their neighbours
// (Italian, Portuguese, Dutch, Danish, Swedish, Polish, Latin).
constexpr std::string_view foreign =
    "di il gli è che una della del nel nella degli delle sono non per anche questa questo voglio "
    "con più alla "
    "dei uma um não são você vocês eu isso foi está à ao aos às das dos do da em mas muito "
    "também pelo pela seu "
    "sua het een van voor niet dat zijn ik je wij naar deze dit ook maar wel er og ikke det jeg "
    "du vi som til "
    "af på att och inte är för med jag har nie się jest na że jak ale tak to dla czy ipsum dolor "
    "amet "
    "consectetur adipiscing elit tempor incididunt labore dolore magna aliqua enim veniam quis "
    "nostrud "
    "ullamco laboris nisi commodo consequat sit eiusmod ut quod sunt cum";

}  // namespace

std::string_view functionWords(Language language)
{
    switch (language) {
    case Language::en:
        return english;
    case Language::de:
        return german;
    case Language::es:
        return spanish;
    case Language::fr:
        return french;
    case Language::und:
        return foreign;
    }
    return {};
}

}  // namespace text
