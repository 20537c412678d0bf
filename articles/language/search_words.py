"""What a new house's search begins with; from then on its editors keep both lists in the admin.

Months: CLDR 45 for ar, ar-JO, ar-MA, ar-DZ and ar-TN. The rest is our own knowledge of how names are written.
"""

from typing import Final

from articles.language.tables import MONTHS_AR

STOPWORDS: Final = tuple(
    dict.fromkeys(
        """في من على إلى عن أن إن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد كان كانت هو هي هم بين بعد قبل كل أو
        ثم حتى عند منذ خلال ضمن حول وسط كما إذا لكن غير أي حيث لدى فيما ولا وما وهو وهي ومن وفي وقد وإن إلا عليه عليها
        فيه فيها به بها له لها منه منها إنه إنها ذات أمام نحو أيضا the a an of to in on and for as at by with is are be
        was were or from it its that this""".split()
    )
)

_ALGERIAN = "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر".split()
_MONTHS = [
    list(dict.fromkeys(names))
    for names in zip(MONTHS_AR["egyptian"], MONTHS_AR["levantine"], MONTHS_AR["maghrebi"], _ALGERIAN, strict=True)
]
_OTHER_SPELLINGS = {"أبريل": ("إبريل",), "مايو": ("مايس",), "يوليو": ("يولية",), "يونيو": ("يونية",)}

SPELLINGS: Final[tuple[tuple[str, ...], ...]] = (
    ("أميركا", "أمريكا"),
    ("غوغل", "جوجل", "قوقل", "غوغول"),
    ("إنكلترا", "إنجلترا", "انقلترا"),
    ("إنكليزي", "إنجليزي"),
    ("تسلا", "تيسلا"),
    ("صحفي", "صحافي"),
    ("سوريا", "سورية"),
    ("ابن", "بن"),
    ("أبو ظبي", "أبوظبي"),
    ("بكين", "بيجين", "بيجينغ"),
    ("سيئول", "سيؤول"),
    ("فيسبوك", "فايسبوك"),
    ("واتساب", "واتسآب", "واتس آب"),
    ("يوتيوب", "يو تيوب"),
    ("تلفزيون", "تلفاز", "تليفزيون"),
    ("إنترنت", "إنترنيت", "أنترنت"),
    ("كمبيوتر", "كومبيوتر", "حاسوب"),
    ("كونغرس", "كونجرس"),
    ("كورونا", "كوفيد 19"),
    ("إسطنبول", "اسطنبول", "إستانبول"),
    ("مترو", "ميترو"),
    *((*names, *_OTHER_SPELLINGS.get(names[0], ())) for names in _MONTHS),
)
