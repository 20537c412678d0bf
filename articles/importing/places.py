"""Places that datelines name most, and the words that stand before a dash and are no place. One spelling each."""

from articles.language.words import words


def key(text: str) -> str:
    """Return the folded words of a name joined by `_`: أ.ف.ب and ا ف ب have one key."""
    return "_".join(word.folded for word in words(text))


_PLACES = """
بيروت، صيدا، صور، زحلة، بعلبك، طرابلس، دمشق، حلب، حمص، دير الزور، عمان، القدس، القدس المحتلة، القدس الشرقية، رام الله،
نابلس، الخليل، بيت لحم، غزة، خان يونس، رفح، حيفا، تل أبيب، بغداد، البصرة، الموصل، أربيل، الكويت، الرياض، جدة، مكة،
مكة المكرمة، المدينة المنورة، الدمام، الدوحة، المنامة، أبوظبي، أبو ظبي، دبي، الشارقة، مسقط، صنعاء، عدن، القاهرة،
الإسكندرية، شرم الشيخ، الخرطوم، أم درمان، بورتسودان، بنغازي، تونس، الجزائر، الرباط، الدار البيضاء، طنجة، مراكش،
نواكشوط، مقديشو، جيبوتي، واشنطن، نيويورك، لندن، باريس، برلين، موسكو، كييف، أنقرة، إسطنبول، طهران، بكين، طوكيو، سيول،
نيودلهي، جنيف، بروكسل، روما، مدريد، فيينا، لاهاي،
النبطية، جونيه، اللاذقية، طرطوس، حماة، إدلب، درعا، السويداء، الرقة، القامشلي، القنيطرة، إربد، الزرقاء، العقبة،
الكرك، معان، جنين، طولكرم، قلقيلية، أريحا، الناصرة، عكا، يافا، النجف، كربلاء، كركوك، السليمانية، دهوك، الرمادي،
الفلوجة، تكريت، الناصرية، الحلة، الطائف، أبها، تبوك، بريدة، الأحساء، العين، الفجيرة، رأس الخيمة، عجمان، صلالة،
صحار، الحديدة، تعز، المكلا، مأرب، الجيزة، الأقصر، أسوان، أسيوط، السويس، بورسعيد، الإسماعيلية، المنصورة، طنطا،
العريش، الفاشر، كسلا، الأبيض، بور سودان، طبرق، سبها، مصراتة، درنة، سرت، صفاقس، سوسة، القيروان، بنزرت، وهران،
قسنطينة، عنابة، فاس، أغادير، مكناس، وجدة، العيون، نواذيبو، هرغيسا، أثينا، نيقوسيا، كابول، إسلام أباد، كراتشي، دكا،
جاكرتا، كوالالمبور، سنغافورة، سيدني، أوتاوا، تورونتو، برازيليا، بوينس آيرس، كراكاس، نيروبي، أديس أبابا، أسمرة،
كمبالا، أبوجا، لاغوس، داكار، باماكو، نيامي، نجامينا، ستوكهولم، أوسلو، كوبنهاغن، هلسنكي، وارسو، بوخارست، بودابست،
براغ، صوفيا، بلغراد، لشبونة، دبلن، أمستردام، ميلانو، برشلونة، ميونيخ، تبليسي، يريفان، باكو، هونغ كونغ،
Beirut، Tripoli، Damascus، Aleppo، Amman، Jerusalem، Ramallah، Gaza، Tel Aviv، Baghdad، Basra، Erbil، Kuwait، Riyadh،
Jeddah، Doha، Manama، Abu Dhabi، Dubai، Muscat، Sanaa، Aden، Cairo، Alexandria، Khartoum، Benghazi، Tunis، Algiers،
Rabat، Casablanca، Washington، New York، London، Paris، Berlin، Moscow، Kyiv، Ankara، Istanbul، Tehran، Beijing، Tokyo،
Seoul، Geneva، Brussels، Rome، Madrid، Vienna، The Hague
"""

_NO_PLACES = """
عاجل، حصري، تحليل، رأي، تقرير، مقال، مقابلة، حوار، فيديو، شاهد، بالفيديو، بالصور، تحديث، تصحيح، ملخص، تذكير، ملاحظة،
أولا، ثانيا، ثالثا، Breaking، Urgent، Update، Exclusive، Analysis، Opinion، Factbox، Watch، Live، Video، Corrected،
Correction، Explainer
"""

_SOURCES = "وكالة، وكالات، خاص، agency، agencies"

PLACES = frozenset(map(key, _PLACES.replace("\n", " ").split("،")))
NO_PLACES = frozenset(map(key, _NO_PLACES.replace("\n", " ").split("،")))
UNNAMED_SOURCES = frozenset(map(key, _SOURCES.split("،")))
