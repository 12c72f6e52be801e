#include "capabilities/sentimentwords.h"

namespace capabilities::sentiment {
namespace {

constexpr WordGroup groups[] = {
    {30, joy, "maravilloso maravillosa maravillosos maravillosas fantástico fantástica estupendo "
              "estupenda magnífico magnífica espléndido espléndida eufórico eufórica euforia "
              "éxtasis perfecto perfecta extraordinario extraordinaria excelente brillante "
              "gloria triunfo triunfar genial júbilo"},
    {25, joy, "feliz felices felicidad felizmente alegre alegres alegría alegrías alegrarse "
              "alegró alegro amor amar amo amaba amado amada querido querida adoro adora encanta "
              "encantan encantado encantada encantador encantadora hermoso hermosa hermosos "
              "bello bella belleza precioso preciosa celebrar celebramos celebración orgulloso "
              "orgullosa orgullo"},
    {19, joy, "contento contenta contentos contentas reír rió ríe reímos risa risas sonreír "
              "sonrió sonrisa divertido divertida divertirse diversión disfrutar disfruté "
              "disfrutamos disfruto placer gusto gusta gustan gustó bueno buena buenos buenas "
              "bien éxito éxitos ganar gané ganó ganamos victoria premio regalo beso besos "
              "abrazo abrazos abrazó "
              "dulce soleado cálido cálida alivio aliviado aliviada fiesta aplauso aplausos "
              "bailar bailamos bailé cantar cantamos canté rico rica delicioso deliciosa lindo "
              "linda bonito bonita bonitas guapo guapa"},
    {17, joy | trust, "agradecido agradecida agradecer agradezco gracias gratitud amigo amiga "
                      "amigos amigas amistad amable amables amabilidad cariño cariñoso cariñosa "
                      "ternura tierno tierna generoso generosa armonía paz pacífico tranquilo "
                      "tranquila tranquilos tranquilidad calma sereno serena satisfecho "
                      "satisfecha seguro segura seguridad sano sana salud curado curada consuelo "
                      "acogedor acogedora"},
    {15, trust, "confianza confiar confío confía fiable leal lealtad honesto honesta honestidad "
                "sincero sincera fe valiente valientes valor valentía fuerte fuertes fuerza "
                "ayuda ayudar ayudó ayudan apoyo apoyar respeto sabio sabia paciencia paciente "
                "bienvenido bienvenida prometió promesa juntos juntas acuerdo"},
    {15, anticipation | joy, "esperanza esperanzas esperanzado ilusión ilusionado ilusionada "
                             "ilusiones ganas emocionado emocionada emocionante emoción "
                             "entusiasmo entusiasmado curioso curiosa curiosidad optimista "
                             "aventura oportunidad oportunidades inspirado inspiración florecer"},
    {14, surprise | joy, "milagro milagroso mágico mágica magia asombroso asombrosa asombro "
                         "increíble increíbles impresionante"},
    {12, noEmotion, "agradable agradables mejor mejores mejorar mejoró mejora útil útiles fácil "
                    "fáciles fácilmente limpio limpia fresco fresca claro clara libre libertad "
                    "interesante justo justa resuelto solución listo lista favorito favorita "
                    "ventaja ventajas cómodo cómoda elegante inteligente descansado descansada "
                    "suerte vivo viva recomiendo recomendar suave dorado luminoso merece"},
    {3, anticipation, "esperar espero espera esperamos preparar preparado pronto mañana plan "
                      "planear planes próximo próxima"},
    {0, surprise, "sorpresa sorpresas sorprendido sorprendida sorprendente sorprendió repente "
                  "inesperado inesperada extraño extraña extraños raro rara"},
    {-30, sadness, "desesperado desesperada desesperación desolado desolada desconsolado "
                   "tragedia trágico trágica miseria miserable angustia angustiado angustiada "
                   "luto duelo murió muerte muerto muerta morir funeral entierro enterramos "
                   "suicidio"},
    {-22, sadness, "triste tristes tristeza llorar lloré lloró llora lloraba llorando lágrima "
                   "lágrimas soledad abandonado abandonada perdido perdida perder perdí perdió "
                   "perdimos pérdida dolor dolores duele dolía dolió sufrir sufre sufrió "
                   "sufrimiento infeliz deprimido deprimida depresión vacío vacía melancolía "
                   "nostalgia penas"},
    {-15, sadness, "decepcionado decepcionada decepción decepcionante arrepiento arrepentido "
                   "arrepentida cansado cansada cansancio agotado agotada lamento lamentable "
                   "lamentablemente desgraciadamente vergüenza avergonzado culpa culpable "
                   "fracaso fracasar fracasé fracasado derrota rechazado rechazo enfermo enferma "
                   "enfermedad débil pobre pobreza aburrido aburrida inútil deuda deudas "
                   "despedido despido desempleo desgana roto rota"},
    {-27, fear, "terror aterrado aterrada aterrador pánico horror horrorizado pesadilla "
                "pesadillas espanto espantoso espantosa"},
    {-19, fear, "miedo miedos asustado asustada asustar asustó temor temer temía temo preocupado "
                "preocupada preocupación preocupa preocupan peligro peligroso peligrosa amenaza "
                "amenazó amenazado alarma alarmado ansiedad ansioso ansiosa inquieto inquieta "
                "fantasma monstruo temblar temblaba perseguido perseguía ahogarme ahogaba "
                "atrapado atrapada"},
    {-12, fear, "nervioso nerviosa nervios inseguro insegura inseguridad duda dudas dudo dudaba "
                "tímido tímida riesgo riesgos indefenso agobiado agobiada agobio estrés "
                "estresado estresada tensión tenso presión oscuro oscura oscuridad"},
    {-28, anger, "odio odiar odia odiaba furia furioso furiosa rabia rabioso ira cruel crueldad "
                 "brutal violencia violento violenta asesinato matar mató indignado indignación "
                 "indignante"},
    {-19, anger, "enojado enojada enojo enfadado enfadada enfado cabreado hostil amargo amarga "
                 "amargura traición traicionado insulto insultó insultar gritar gritó gritos "
                 "grito pelea pelear peleamos ataque atacó robo robado robaron engaño engañó "
                 "engañado mentira mentiras mentiroso injusto injusta injusticia estúpido "
                 "estúpida idiota tonto grosero grosera vergonzoso"},
    {-14, anger, "molesto molesta molestar molestia irritado irritante frustrado frustrada "
                 "frustración frustrante queja quejas quejarse discutir discutimos discusión "
                 "ignoró ignorado ruido ruidoso ridículo absurdo harto harta"},
    {-22, disgust, "asco asqueroso asquerosa repugnante repulsivo náusea náuseas vómito vomitar "
                   "vomité podrido podrida apesta apestaba hedor sucio sucia mugre moho"},
    {-26, noEmotion, "terrible terribles horrible horribles peor peores pésimo pésima catástrofe "
                     "catastrófico desastre desastroso infierno arruinado arruinada destruido "
                     "destruida destrucción atroz"},
    {-15, noEmotion, "malo mala malos malas mal problema problemas difícil difíciles dificultad "
                     "dificultades equivocado error errores fallo falló falla feo fea "
                     "desagradable negativo daño dañado accidente caos caótico crisis "
                     "desperdicio cancelado cancelada retraso retrasado complicado complicada "
                     "confuso confusa herido herida quemado quemada ardió ceniza caro cara falta "
                     "faltan faltaba imposible "
                     "averiado estropeado goteras humedades humedad moroso morosos"},
};

}  // namespace

const Words spanish = {
    groups,
    "muy tan demasiado extremadamente increíblemente absolutamente completamente totalmente "
    "profundamente realmente especialmente bastante más mucho mucha sumamente súper "
    "verdaderamente tanto",
    "algo poco ligeramente apenas casi menos medio parcialmente",
    "no nunca jamás nadie nada ningún ninguna ninguno sin ni tampoco apenas",
    "pero sino aunque embargo"};

}  // namespace capabilities::sentiment
