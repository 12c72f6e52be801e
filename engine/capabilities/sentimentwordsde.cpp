#include "capabilities/sentimentwords.h"

namespace capabilities::sentiment {
namespace {

constexpr WordGroup groups[] = {
    {30, joy, "überglücklich selig jubel jubeln jubelte begeistert begeisternd begeisterung "
              "wunderbar wunderbare wunderbarer herrlich herrliche grossartig grossartige "
              "traumhaft traumhafte perfekt perfekte fantastisch fantastische hervorragend "
              "hervorragende "
              "ausgezeichnet triumph himmlisch hinreissend sensationell"},
    {25, joy, "glücklich glückliche glücklicher glücklichen glück freude freuden freudig "
              "freudestrahlend liebe lieben liebt liebte geliebt geliebte lieber schön schöne "
              "schöner schönes schönen schönste schönsten schönheit feiern feierte feier "
              "gefeiert stolz stolze feierlich"},
    {19, joy, "froh frohe fröhlich fröhliche freue freut freuen freute gefreut lachen lachte "
              "lacht gelacht lächeln lächelte lächelt spass lustig lustige vergnügt vergnügen "
              "heiter gut gute guter gutes guten super toll tolle toller tolles klasse erfolg "
              "erfolgreich erfolge gewonnen gewinnen gewinn gewinnt sieg siegen "
              "geschenk geschenke kuss küsste umarmt umarmung umarmte süss süsse sonnig "
              "strahlend strahlen strahlt warm warme wärme erleichtert erleichterung geklatscht "
              "applaus tanzen tanzte getanzt singen sang gesungen weitergesungen juhu hurra "
              "gelungen gelingt geschafft köstlich lecker leckere"},
    {17, joy | trust, "dankbar dankbare dankbarkeit danke dank freund freunde freundin "
                      "freundinnen freundschaft freundlich freundliche herzlich herzliche "
                      "liebevoll zärtlich sanft sanfte gemütlich gemütliche geborgen "
                      "geborgenheit harmonie harmonisch frieden friedlich friedliche ruhig "
                      "ruhige gelassen zufrieden zufriedene zufriedenheit "
                      "sicher sicherheit gesund gesunde gesundheit geheilt trost tröstlich "
                      "getröstet"},
    {15, trust, "vertrauen vertraut vertraute zuverlässig treu treue ehrlich ehrliche "
                "ehrlichkeit aufrichtig zuversicht zuversichtlich mut mutig mutige stark starke "
                "stärke kraft hilfe hilfreich hilft geholfen helfen unterstützt unterstützung "
                "respekt weise geduld geduldig willkommen versprochen verlässlich gemeinsam "
                "zusammenhalt"},
    {15, anticipation | joy, "hoffnung hoffnungen hoffe hofft hoffen hoffte hoffnungsvoll "
                             "hoffentlich gespannt vorfreude neugierig neugier begierig "
                             "optimistisch abenteuer chance chancen möglichkeit lust träumen "
                             "blühen blüht blühte aufbruch inspiriert"},
    {14, surprise | joy, "wunder wundersam staunen staunte erstaunlich verblüffend zauber "
                         "zauberhaft magisch unglaublich"},
    {12, noEmotion, "nett nette netter angenehm angenehme besser bessere verbessert verbesserung "
                    "nützlich einfach leicht leichter sauber frisch frische klar frei freiheit "
                    "mag mochte gefällt gefallen wertvoll interessant ordentlich fair gelöst "
                    "lösung bereit liebling beliebt vorteil vorteile reich bequem elegant klug "
                    "schlau "
                    "begabt ausgeruht lohnt lohnte gern gerne empfehlen empfohlen lob gelobt "
                    "lebendig golden goldene leuchtet leuchtend recht hübsch hübsche"},
    {3, anticipation, "erwarten erwartet erwartung warten wartet gewartet vorbereiten "
                      "vorbereitet plan planen geplant bald morgen demnächst"},
    {0, surprise, "überraschung überrascht überraschend überraschende plötzlich plötzliche "
                  "unerwartet unerwartete seltsam seltsame merkwürdig merkwürdige komisch "
                  "komische"},
    {-30, sadness, "verzweifelt verzweifelte verzweiflung untröstlich todtraurig trauer trauern "
                   "tragödie tragisch tragische elend elende hoffnungslos hoffnungslose qual "
                   "qualen gestorben starb tot tod tote tödlich selbstmord wertlos beerdigung"},
    {-22, sadness, "traurig traurige trauriger traurigkeit weinen weinte weint geweint tränen "
                   "einsam einsame einsamkeit allein verlassen verloren verlieren verlor verlust "
                   "schmerz schmerzen schmerzt schmerzlich weh leid leiden leidet litt gelitten "
                   "unglücklich unglückliche bedrückt niedergeschlagen deprimiert deprimierend "
                   "depression "
                   "leer leere vermisse vermisst vermissen heimweh trostlos düster trüb trübe "
                   "kummer schwermut wehmut wehmütig kündigung gekündigt arbeitslos"},
    {-15, sadness, "enttäuscht enttäuschend enttäuschung bedauern bedauert bedauerlich bereue "
                   "bereut müde müdigkeit erschöpft erschöpfung matt leider schade scham schäme "
                   "schämte schuld schuldig schulden versagt versagen versager gescheitert "
                   "scheitern niederlage abgelehnt ablehnung krank kranke krankheit schwach "
                   "schwäche arm armut pech langweilig langweilige nutzlos notgroschen pleite "
                   "mutlos"},
    {-27, fear, "entsetzen entsetzt entsetzlich panik grauen grauenhaft grauenvoll horror "
                "albtraum albträume alptraum todesangst schrecklich schreckliche schrecken"},
    {-19, fear, "angst ängste ängstlich ängstlicher angstvoll furcht fürchte fürchten fürchtet "
                "fürchtete furchtbar furchtbare besorgt sorge sorgen gefahr gefährlich "
                "gefährliche bedroht bedrohlich bedrohung drohung droht drohte erschrocken "
                "erschrak schreck verfolgt verfolgte verfolgung ertrinken ertrank gefangen "
                "ersticken zittern zitterte gespenst geist monster unheimlich unheimliche"},
    {-12, fear, "nervös nervosität unsicher unsicherheit zweifel zweifeln zweifelte bange "
                "lampenfieber schüchtern risiko riskant hilflos überfordert überforderung stress "
                "stressig gestresst anspannung angespannt druck dunkel dunkle dunkelheit finster"},
    {-28, anger, "hass hasse hasst hassen hasste gehasst wut wütend wütende rasend zorn zornig "
                 "empört empörend empörung grausam grausame brutal brutale mord ermordet töten "
                 "getötet gewalt gewalttätig"},
    {-19, anger, "ärger ärgern ärgert ärgerte ärgerlich verärgert sauer böse feindlich "
                 "feindselig bitter bittere verbittert verraten verrat beleidigt beleidigung "
                 "beschimpft schreien schrie geschrien gebrüllt streit streiten stritt "
                 "gestritten kampf angriff angegriffen gestohlen betrogen betrug gelogen lüge "
                 "lügen lügner ungerecht ungerechtigkeit "
                 "unverschämt unverschämtheit frech frechheit dumm blöd blöde idiot schlug "
                 "geschlagen"},
    {-14, anger, "genervt nervig nervt nerven frustriert frustrierend frust beschwerde "
                 "beschweren beschwert meckern verweigert weigert ignoriert lärm laut lächerlich "
                 "unsinn quatsch gleichgültig"},
    {-22, disgust, "ekel eklig ekelhaft ekelhafte ekelt widerlich widerliche abscheu abscheulich "
                   "kotzen gekotzt erbrochen übel übelkeit stinkt stank gestank stinkend "
                   "verfault faul faulig schimmel schimmlig dreckig schmutzig schmierig"},
    {-26, noEmotion, "schlimm schlimme schlimmer schlimmste katastrophe katastrophal desaster "
                     "miserabel hölle zerstört zerstörung ruiniert verheerend fürchterlich"},
    {-15, noEmotion, "schlecht schlechte schlechter schlechtes schlechten falsch falsche problem "
                     "probleme problematisch schwierig schwierige schwierigkeiten schwer "
                     "hässlich hässliche unangenehm unangenehme negativ kaputt zerbrochen "
                     "schaden schäden beschädigt unfall fehler fehlerhaft mangel mangelhaft "
                     "mängel chaos chaotisch krise "
                     "verschwendet verschwendung umsonst ausgefallen verspätet verspätung "
                     "ausfall kompliziert verwirrt verwirrend verletzt verletzung wunde "
                     "verbrannt sonnenbrand kalt kalte unfreundlich egoistisch teuer vergessen "
                     "verpasst zumutung unmöglich"},
};

}  // namespace

const Words german = {
    groups,
    "sehr so zu extrem unglaublich absolut völlig total zutiefst besonders ausserordentlich "
    "wirklich richtig ungemein enorm höchst überaus ganz ziemlich wahnsinnig furchtbar echt "
    "äusserst sogar mehr viel",
    "etwas leicht wenig kaum fast bisschen halbwegs einigermassen teilweise weniger eher",
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder kaum "
    "nirgends nimmer",
    "aber jedoch doch trotzdem dennoch obwohl allerdings sondern"};

}  // namespace capabilities::sentiment
