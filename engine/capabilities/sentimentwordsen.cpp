#include "capabilities/sentimentwords.h"

namespace capabilities::sentiment {
namespace {

constexpr WordGroup groups[] = {
    {31, joy, "ecstatic overjoyed euphoric elated bliss blissful jubilant thrilled rapture "
              "wonderful fantastic marvellous marvelous superb "
              "magnificent glorious triumph triumphant exhilarating perfect perfection brilliant "
              "outstanding heavenly"},
    {26, joy, "happy happiest happier happiness happily joy joyful joyous delighted delight "
              "delightful delightfully love loved loves loving lovely beloved adore adored "
              "excellent amazing awesome celebrate celebrated celebration celebrating paradise "
              "beautiful beautifully beauty treasure best cheer cheered cheering proud pride"},
    {20, joy, "glad pleased pleasure enjoy enjoyed enjoys enjoying enjoyable fun funny laugh "
              "laughed laughs laughing laughter smile smiled smiling smiles cheerful merry "
              "great good goodness kiss kissed hug hugged hugging gift blessing blessed charm "
              "charming sweet sweetest sweetly win wins won winning winner winners victory "
              "success successful "
              "succeeded succeed bright sunny sunshine sparkle sparkling gorgeous splendid warm "
              "warmth warmly relief relieved giggle giggled playful applause applauded party "
              "danced dancing sang singing hooray hurrah yay"},
    {17, joy | trust, "grateful gratitude thankful thanks thank appreciate appreciated kind "
                      "kindness kindly generous generosity gentle gently friendship friend "
                      "friends friendly tender "
                      "tenderness caring comfort comforted comforting cosy cozy embrace embraced "
                      "harmony peaceful peace peacefully calm calmly serene serenity content "
                      "contented safe safely safety cured healed heal healing healthy"},
    {16, trust, "trust trusted trusting reliable loyal loyalty honest honestly honesty faith "
                "faithful true sincere sincerely confident confidence support supported "
                "supportive protect protected "
                "secure steady dependable respect respected wise wisdom patience patient welcome "
                "welcomed welcoming helpful helped together belong agreed agreement promise "
                "promised brave bravery courage courageous strong strength"},
    {15, anticipation | joy, "hope hoped hopeful hopes hoping eager eagerly excited exciting "
                             "excitement inspired inspire inspiring inspiration promising "
                             "optimistic optimism curious curiosity enthusiastic enthusiasm "
                             "ambition adventure opportunity thriving flourish flourishing bloom "
                             "blooming"},
    {14, surprise | joy, "wow wonder wonders wondrous astonishing astonished miracle miraculous "
                         "magic magical dazzling spectacular stunning incredible"},
    {12, noEmotion, "nice fine pleasant pleasantly better improve improved improving improvement "
                    "useful easy easily easier smooth smoothly clean fresh freshly clear clearly "
                    "freedom like liked likes worth worthy interesting "
                    "neat tidy solved solve favourite favorite popular gain gained benefit "
                    "benefits benefited advantage advantages profit rich tasty delicious "
                    "comfortable elegant graceful talented clever smart fond rested cute "
                    "enough praise praised recommend recommended lucky luck alive softly soft "
                    "golden luminous glowing glow"},
    {3, anticipation, "expect expected expecting await awaiting awaited anticipate anticipated "
                      "prepare prepared preparing soon tomorrow plan planning planned waiting"},
    {0, noEmotion, "please pleases depending depend depends cleans cleaner cleaners clearing "
                   "kinds fairs flats meaning means wasting "
                   "agreeing goods easter freeway"},
    {0, surprise, "surprise surprised surprising surprisingly sudden suddenly unexpected "
                  "unexpectedly startled startling amazed strange strangely weird odd oddly "
                  "unusual"},
    {-30, sadness, "devastated devastating heartbroken heartbreaking heartbreak despair "
                   "desperate desperately grief grieving grieved mourning mourn anguish agony "
                   "tragedy tragic miserable misery hopeless hopelessly suicide suicidal "
                   "worthless died death dead funeral"},
    {-22, sadness, "sad sadder saddest sadly sadness sorrow sorrowful depressed depressing "
                   "depression unhappy unhappily cry cried crying cries tears weep wept weeping "
                   "sobbed sobbing lonely loneliness lonesome alone abandoned lost loss losing "
                   "lose loses gloomy gloom "
                   "grieve miss missed missing hurt hurts hurting pain painful painfully ache "
                   "aching suffer suffered suffering mournful melancholy homesick empty "
                   "emptiness bleak dismal wretched"},
    {-16, sadness, "regret regretted regrets disappointed disappointing disappointment "
                   "disappoint tired tiredness exhausted exhausting exhaustion weary dull sorry "
                   "ashamed shame guilt guilty numb fail failed fails failing failure failures "
                   "defeat defeated rejected rejection "
                   "flat grey gray ill sick sickness illness weak weakness poor poverty pity "
                   "unlucky unfortunately unfortunate bored boring useless overdrawn overdraft "
                   "broke debt debts redundant unemployed discouraged"},
    {-27, fear, "terrified terrifying terror horror horrified horrifying nightmare nightmares "
                "panic panicked panicking dread dreaded dreadful petrified"},
    {-19, fear, "afraid fear feared fears fearful frightened frightening frighten scared scary "
                "scare anxious anxiety anxiously worried worry worries worrying worrisome danger "
                "dangerous dangerously threat threatened threatening threaten "
                "alarm alarmed alarming menace menacing haunted trembling trembled chased "
                "chasing drowning drown drowned trapped suffocating falling ghost monster uneasy"},
    {-12, fear, "nervous nervously unsure uncertain uncertainty doubt doubts doubted doubtful "
                "hesitant insecure shy risk risky risks helpless helplessly overwhelmed "
                "overwhelming stress stressed stressful tense tension pressure dark darkness "
                "shaking shaky vulnerable"},
    {-29, anger, "hate hated hates hatred hateful furious fury furiously rage raging enraged "
                 "outraged outrage outrageous loathe livid cruel cruelty brutal vicious murder "
                 "kill killed killing kills violence violent torture"},
    {-20, anger, "angry angrily anger mad resent resentful resentment hostile bitter bitterly "
                 "bitterness betrayed betrayal betray insult insulted insulting abuse abused "
                 "scream screamed screaming shout shouted shouting yelled fight fighting fought "
                 "attack attacked stolen steal "
                 "stole cheat cheated lied liar lies unfair unfairly injustice blame blamed "
                 "blaming slammed slap slapped unacceptable rude rudely rudeness stupid idiot "
                 "idiotic"},
    {-14, anger, "annoyed annoying annoy irritated irritating frustrated frustrating frustration "
                 "complain complained complaint complaints argue argued argument arguments "
                 "grumpy cross refused refuse refuses ignored ignore ignoring ignores nagging "
                 "noisy ridiculous nonsense dislike disliked dislikes"},
    {-22, disgust, "disgust disgusted disgusting revolting repulsive gross nauseating nausea "
                   "vomit vomited vomiting rotten rotting stink stinks stank stinking filthy "
                   "filth foul vile sickening mouldy moldy slimy putrid maggots"},
    {-26, noEmotion, "terrible terribly horrible horribly awful awfully worst catastrophe "
                     "catastrophic disaster disastrous atrocious appalling hell hellish evil "
                     "ruined ruin ruins destroyed destroy destroying destruction wreck wrecked"},
    {-16, noEmotion, "bad badly worse wrong wrongly problem problems trouble troubled troubles "
                     "difficult difficulty ugly nasty unpleasant negative broken break breaks "
                     "damage damaged damages crash crashed fault faulty error errors mistake "
                     "mistakes waste wasted lousy mess messy "
                     "chaos chaotic crisis dirty unfriendly unkind untidy limp lacking lacked "
                     "lack cancelled delayed flaky leak leaks leaking stuck complicated "
                     "confusing confused confusion sore injured injury wound wounded burnt "
                     "burned blight unwanted unable "
                     "overpriced stale soggy sour selfish lazy blame limping poison poisoned "
                     "deny denied denies"},
};

}  // namespace

const Words english = {
    groups,
    "very really extremely so too incredibly absolutely completely totally utterly deeply truly "
    "especially exceptionally hugely immensely "
    "particularly remarkably thoroughly tremendously highly enormously intensely quite most more "
    "such perfectly entirely frankly",
    "slightly somewhat barely hardly almost bit little kinda partly marginally occasionally "
    "fairly rather less mildly",
    "not no never none nobody nothing neither nor nowhere without cannot can't couldn't won't "
    "wouldn't don't doesn't didn't isn't aren't wasn't weren't "
    "hasn't haven't hadn't shouldn't mustn't ain't hardly scarcely barely stop stopped lacks",
    "but however yet although though nevertheless still except"};

}  // namespace capabilities::sentiment
