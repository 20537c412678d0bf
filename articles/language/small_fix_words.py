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
        # one letter or the order of two apart, both words of a newspaper, and no rule of form tells them apart
        "على/علي مستقل/مستقبل مستمر/مستعمر عملية/علمية عمليات/علميات استقلال/استقبال"
        " trial/trail angel/angle quiet/quite diary/dairy united/untied unite/untie martial/marital casual/causal"
        " sacred/scared silver/sliver discreet/discrete perfect/prefect calvary/cavalry signed/singed barely/barley"
        " tired/tried fired/fried spilt/split board/broad brunt/burnt complied/compiled sign/sing carving/craving"
        " county/country through/though through/thorough statue/statute friend/fiend contact/contract covert/convert"
        " bother/brother father/farther adverse/averse immoral/immortal interment/internment interstate/intestate"
        " ordinance/ordnance lightning/lightening decent/descent infect/inflect persecute/prosecute"
        " desert/dessert canon/cannon below/bellow strip/stripp"
        " massage/message complement/compliment stationary/stationery exercise/exorcise prescribe/proscribe"
        " ingenious/ingenuous capital/capitol collision/collusion adoption/adaption council/counsel"
        " historic/hysteric monetary/monitory elicit/illicit inequity/iniquity"
    ).split()
)

SPLIT_OFF: Final = frozenset(
    "a an i in no not all may be the un im il ir dis non re mis anti ab de ex pre under".split()
)
"""English beginnings that make another word when a blank or a hyphen parts them from the rest, or joins them to it."""

LOOSE_LETTERS: Final = frozenset("وفبلكس")
"""Arabic one-letter words that belong to the next word: joining them to it mends, parting them makes another word."""

INFLECTIONS: Final = ("ations", "ation", "ions", "ion", "ings", "ing", "ers", "ed", "es", "er", "ly", "s")
