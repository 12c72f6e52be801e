#include "capabilities/sentimentwords.h"

namespace capabilities::sentiment {
namespace {

constexpr WordGroup groups[] = {
    {30, joy, "merveilleux merveilleuse merveille fantastique magnifique magnifiques splendide "
              "superbe extase euphorie euphorique parfait parfaite formidable extraordinaire "
              "excellent excellente sublime triomphe génial géniale jubilation ravi ravie "
              "enchanté enchantée"},
    {25, joy, "heureux heureuse heureuses bonheur joie joies joyeux joyeuse amour aimer aime "
              "aimé aimée aimait aimons adore adoré beau belle beaux belles beauté fêter fêté "
              "célébrer célébré fier fière fierté chéri"},
    {19, joy, "content contente contents contentes rire rires ri rit riait rions sourire souri "
              "souriait amusant amusante amusé amusée amuser plaisir bon bonne bons bonnes bien "
              "réussi réussite réussir succès gagné gagner gagne victoire cadeau cadeaux bisou "
              "bisous embrassé embrassée câlin doux douce douceur ensoleillé chaleureux "
              "chaleureuse "
              "chaleur soulagé soulagée soulagement fête applaudi applaudissements danser dansé "
              "chanté chanter délicieux délicieuse joli jolie charmant charmante régal"},
    {17, joy | trust, "reconnaissant reconnaissante reconnaissance merci gratitude ami amie amis "
                      "amies amitié gentil gentille gentillesse aimable tendre tendresse "
                      "généreux généreuse harmonie paix paisible tranquille calme serein sereine "
                      "sérénité satisfait satisfaite sûr sûre sécurité santé guéri guérie "
                      "guérison réconfort réconforté accueillant"},
    {15, trust, "confiance fiable loyal loyale honnête honnêteté sincère foi courage courageux "
                "courageuse brave fort forte force aide aider aidé soutien soutenir respect sage "
                "sagesse patience patient bienvenue promis promesse ensemble accord solidarité"},
    {15, anticipation | joy, "espoir espoirs espère espérer espérance impatient enthousiaste "
                             "enthousiasme excité excitée excitant curieux curieuse curiosité "
                             "optimiste aventure occasion opportunité inspiré inspiration hâte "
                             "envie"},
    {14, surprise | joy, "miracle miraculeux magique magie étonnant étonnante émerveillé "
                         "émerveillement incroyable impressionnant époustouflant"},
    {12, noEmotion, "agréable agréables mieux meilleur meilleure amélioré amélioration utile "
                    "utiles facile faciles facilement propre frais fraîche libre liberté "
                    "intéressant intéressante juste résolu solution prêt prête préféré préférée "
                    "avantage avantages confortable élégant intelligent reposé reposée chance "
                    "vivant recommande lumineux lumière doré mérite"},
    {3, anticipation, "attendre attend attends attendu préparer préparé bientôt demain projet "
                      "prévu prévoir prochain prochaine"},
    {0, noEmotion, "claire clair bref prochainement"},
    {0, surprise, "surprise surpris surprenant soudain soudaine soudainement inattendu "
                  "inattendue étrange étranges bizarre"},
    {-30, sadness, "désespéré désespérée désespoir dévasté dévastée tragédie tragique misère "
                   "misérable deuil mort morte morts mourir mourut décès décédé enterrement "
                   "suicide angoisse angoissé angoissée angoissant"},
    {-22, sadness, "triste tristes tristesse pleurer pleuré pleure pleurait pleurais larme "
                   "larmes solitude abandonné abandonnée perdu perdue perdre perte douleur "
                   "douleurs souffrir souffre souffrance souffert malheureux malheureuse malheur "
                   "déprimé déprimée dépression vide mélancolie nostalgie chagrin peine usée usé"},
    {-15, sadness, "déçu déçue déception décevant regret regrets regrette regretter fatigué "
                   "fatiguée fatigue épuisé épuisée épuisement hélas malheureusement honte "
                   "honteux coupable culpabilité échec échoué échouer défaite rejeté rejet "
                   "refusé malade maladie faible pauvre pauvreté ennui ennuyeux inutile dette "
                   "dettes licencié licenciement chômage désolé désolée mal cassé cassée"},
    {-27, fear, "terreur terrifié terrifiée terrifiant panique paniqué horreur horrifié "
                "cauchemar cauchemars épouvante effroi épouvantable"},
    {-19, fear, "peur peurs effrayé effrayée effrayant crainte craindre craint craignais inquiet "
                "inquiète inquiétude inquiétant inquiéter danger dangereux dangereuse menace "
                "menacé menaçant alarme anxieux anxieuse anxiété fantôme monstre trembler "
                "tremblait poursuivi poursuivait noyer noyé piégé coincé"},
    {-12, fear, "nerveux nerveuse incertain incertitude doute doutes douter timide risque "
                "risques impuissant débordé débordée stress stressé stressée stressant tension "
                "tendu tendue pression sombre obscurité "},
    {-28, anger, "haine haïr hais déteste détester détesté fureur furieux furieuse rage colère "
                 "cruel cruelle cruauté brutal brutale violence violent meurtre tuer tué indigné "
                 "indignation scandaleux scandale"},
    {-19, anger, "fâché fâchée énervé énervée énervant hostile amer amère amertume trahi "
                 "trahison insulte insulté crier crié criait cri dispute disputé disputer "
                 "bagarre attaque attaqué volé trompé mensonge mensonges menteur menti injuste "
                 "injustice stupide idiot idiote bête grossier inadmissible inacceptable"},
    {-14, anger, "agacé agacée agaçant irrité irritant frustré frustrée frustration plainte "
                 "plaindre réclamation ignoré bruit bruyant ridicule absurde marre grève"},
    {-22, disgust, "dégoût dégoûté dégoûtant dégueulasse répugnant écoeurant écœurant nausée "
                   "vomi vomir pourri pourrie pue puait puanteur sale crasse moisi moisissure"},
    {-26, noEmotion, "terrible terribles horrible horribles affreux affreuse pire pires "
                     "catastrophe catastrophique désastre désastreux enfer ruiné détruit "
                     "détruite destruction atroce"},
    {-15, noEmotion, "mauvais mauvaise problème problèmes difficile difficiles difficulté "
                     "difficultés faux erreur erreurs faute laid laide désagréable négatif "
                     "dommage abîmé accident chaos chaotique crise gaspillé annulé annulée "
                     "retard manquée raté ratée compliqué compliquée confus blessé blessée "
                     "blessure brûlé cher chère manque impossible "
                     "panne fuite ferme glissent fissure"},
};

}  // namespace

const Words french = {
    groups,
    "très si trop extrêmement incroyablement absolument complètement totalement profondément "
    "vraiment particulièrement tellement assez plus beaucoup fort hyper super tout",
    "peu légèrement presque moins plutôt partiellement",
    "pas ne n jamais rien aucun aucune personne sans ni nul guère point",
    "mais cependant pourtant toutefois néanmoins"};

const Words &wordsOf(text::Language language)
{
    switch (language) {
    case text::Language::de:
        return german;
    case text::Language::es:
        return spanish;
    case text::Language::fr:
        return french;
    default:
        return english;
    }
}

}  // namespace capabilities::sentiment
