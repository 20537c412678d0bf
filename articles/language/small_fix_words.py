"""Words whose change is never a small fix, as data: negations, numbers, look-alike pairs. Arabic ones are folded keys.

No function here knows a text. A word that is missing here is not thereby safe: `letters` refuses by form as well.
"""

from typing import Final

from articles.language.folding import fold


def _keys(line: str) -> frozenset[str]:
    return frozenset(fold(word) for word in line.split())


NEGATIONS: Final = _keys(
    "لا لم لن لما ما ليس ليست ليسا ليستا ليسوا لسنا لست لستم لسن لسنا غير بغير لغير دون بدون بلا عدم"
    " بعدم لعدم انعدام كلا أبدا سوى إلا ألا لئلا كيلا لولا لات بل نفى ينفي نفي انتفى امتنع ممنوع مستحيل"
    " لايزال لازال مازال ماعدا ماخلا لاشيء لاأحد لايوجد لايمكن not no never none nor neither nobody"
    " nothing nowhere cannot without hardly barely scarcely unless except lest nay non isn't aren't"
    " wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shan't shouldn't mustn't"
    " mightn't needn't hasn't haven't hadn't ain't isnt arent wasnt werent dont doesnt didnt wont"
    " wouldnt cant couldnt shouldnt mustnt hasnt havent hadnt"
)
"""Words that deny; so are those words with a conjunction before them (see `ARABIC_CONJUNCTIONS`)."""

ARABIC_CONJUNCTIONS: Final = ("و", "ف", "ا")

NUMBERS: Final = _keys(
    "صفر واحد واحدة أحد إحدى اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثلاثة ثلاث أربعة أربع خمسة"
    " خمس ستة ست سبعة سبع ثمانية ثماني ثمان تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين أربعون أربعين"
    " خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئتان مئتين مائتان مائتين"
    " مئات ثلاثمئة ثلاثمائة أربعمئة أربعمائة خمسمئة خمسمائة ستمئة ستمائة سبعمئة سبعمائة ثمانمئة ثمانمائة"
    " تسعمئة تسعمائة ألف ألفان ألفين آلاف ألوف مليون مليونان مليونين ملايين مليار ملياران مليارين"
    " مليارات بليون بلايين تريليون تريليونات عشرات نصف ثلث ثلثان ثلثي ثلثين ربع أرباع خمسي سدس سبعي ثمن"
    " تسع عشر ضعف ضعفي ضعفين أضعاف أول أولى ثان ثاني ثانية ثالث ثالثة رابع رابعة خامس خامسة سادس سادسة"
    " سابع سابعة ثامن ثامنة تاسع تاسعة عاشر عاشرة zero one two three four five six seven eight nine ten"
    " eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty"
    " fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion"
    " billions trillion trillions dozen dozens half halves third thirds quarter quarters fifth tenth"
    " first second fourth sixth seventh eighth ninth once twice thrice double triple"
)

ARABIC_PROCLITICS: Final = ("وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك")

CONFUSED: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        # Arabic, by their own letters
        "على/علي مستقل/مستقبل مستمر/مستعمر اختام/اختتام "
        # two letters swapped
        "trial/trail angel/angle quiet/quite diary/dairy united/untied unite/untie martial/marital casual/causal "
        "sacred/scared silver/sliver discreet/discrete perfect/prefect calvary/cavalry signed/singed "
        "barely/barley complied/compiled concerted/concreted infarction/infraction complaint/compliant "
        "repertoires/repertories "
        # one doubled
        "desert/dessert canon/cannon below/bellow strip/stripp scrap/scrapp ruble/rubble coral/corral "
        "gable/gabble rifle/riffle premise/premiss overate/overrate "
        # one more or less
        "additive/addictive amenable/amendable backlash/backslash climatic/climactic corporal/corporeal "
        "defector/deflector deprecate/depreciate deprecat/depreciat "
        " expatiate/expatriate heritage/hermitage imperious/impervious "
        "impudent/imprudent impudence/imprudence insolent/insolvent morality/mortality immorality/immortality "
        "prostate/prostrate residence/residencie sentence/sentience sentient/sentiment simulate/stimulate "
        "supplant/suppliant suppliant/supplicant underlay/underplay underpay/underplay aesthetic/anesthetic "
        "automaton/automation backboard/blackboard conducive/conductive congenial/congenital continent/contingent "
        "deducible/deductible factional/fractional implement/impalement liability/livability peasantry/pleasantry "
        "predictive/predicative internment/interment interstate/intestate ordinance/ordnance lightning/lightening "
        "passerby/passersby "
        # another vowel
        "massage/message complement/compliment complementary/complimentary stationary/stationery "
        "exercise/exorcise prescribe/proscribe prescrib/proscrib expatiat/expatriat "
        "prescription/proscription ingenious/ingenuous adaptive/adoptive "
        "decadent/decedent distract/district immanent/imminent immanence/imminence inequity/iniquity "
        "inequities/iniquities national/notional moralist/muralist parsonage/personage preposition/proposition "
        "afterward/afterword confidant/confident constrict/construct constrictor/constructor constriction/construction "
        "constrictive/constructive expansive/expensive extremest/extremist factional/fictional "
        "factitious/fictitious macrocosm/microcosm macroscopic/microscopic stricture/structure "
        "strangest/strongest uninhabited/uninhibited department/deportment compartment/comportment "
        "expandable/expendable preventable/preventible landfall/landfill straggle/struggle veracious/voracious "
        "veracity/voracity spaciously/speciously bestride/bestrode overcame/overcome override/overrode "
        "overthrew/overthrow overdraw/overdrew overgrew/overgrow withdraw/withdrew withheld/withhold "
        "outshine/outshone overhang/overhung underwrite/underwrote oversees/overseas loyalest/loyalist "
        "humanest/humanist "
    ).split()
)
"""Pairs of words that differ as a slip does and that the rules of `letters` would let pass: found by running them over
a word list of each language. Without a common ending (scraped, scrapped: scrap, scrapp)."""

SPLIT_OFF: Final = frozenset(
    "a an i in no not all may be the un im il ir dis non re mis anti ab de ex pre under".split()
)
"""English beginnings that make another word when a blank or a hyphen parts them from the rest, or joins them to it."""

LOOSE_LETTERS: Final = frozenset("وفبلكس")
"""Arabic one-letter words that belong to the next word: joining them to it mends, parting them makes another word."""

INFLECTIONS: Final = ("ations", "ation", "ions", "ion", "ings", "ing", "ers", "ed", "es", "er", "ly", "s")
