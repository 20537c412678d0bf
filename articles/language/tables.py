"""Letters, marks and names as data; code points stand by their Unicode names, so that invisible ones are seen.

Sources: the Unicode Character Database 14 (names, NFKD), UAX #9 (direction controls), CLDR 45 (month and weekday names
of ar, ar-JO, ar-MA), and the fold table that was measured for Arabic news search. No function here knows an article.
"""


def between(first: str, last: str) -> str:
    """Return every character from `first` to `last`, both included."""
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


# ---- Arabic marks: what may stand on or between letters without being one -------------------------------------------

TATWEEL = "\N{ARABIC TATWEEL}"

DIACRITICS = (
    between("\N{ARABIC SIGN SALLALLAHOU ALAYHE WASSALLAM}", "\N{ARABIC SMALL KASRA}")
    + between("\N{ARABIC FATHATAN}", "\N{ARABIC WAVY HAMZA BELOW}")
    + "\N{ARABIC LETTER SUPERSCRIPT ALEF}\N{ARABIC LETTER HIGH HAMZA}"
    # Qur'anic annotation; the pauses and open tanwins that verses pasted from a Qur'an site carry
    + between("\N{ARABIC SMALL HIGH LIGATURE SAD WITH LAM WITH ALEF MAKSURA}", "\N{ARABIC SMALL HIGH SEEN}")
    + between("\N{ARABIC SMALL HIGH ROUNDED ZERO}", "\N{ARABIC SMALL HIGH NOON}")
    + between("\N{ARABIC EMPTY CENTRE LOW STOP}", "\N{ARABIC SMALL LOW MEEM}")
    + between("\N{ARABIC SMALL HIGH WORD AL-JUZ}", "\N{ARABIC HALF MADDA OVER MADDA}")
    + between("\N{ARABIC SMALL HIGH FARSI YEH}", "\N{ARABIC SMALL HIGH SIGN SAFHA}")
    + between("\N{ARABIC TURNED DAMMA BELOW}", "\N{ARABIC MARK SIDEWAYS NOON GHUNNA}")
)

LATIN_MARKS = between("\N{COMBINING GRAVE ACCENT}", "\N{COMBINING LATIN SMALL LETTER X}")

# ---- controls that nobody sees --------------------------------------------------------------------------------------

LRI, RLI, FSI, PDI = (
    "\N{LEFT-TO-RIGHT ISOLATE}",
    "\N{RIGHT-TO-LEFT ISOLATE}",
    "\N{FIRST STRONG ISOLATE}",
    "\N{POP DIRECTIONAL ISOLATE}",
)

DIRECTION_CONTROLS = between("\N{LEFT-TO-RIGHT EMBEDDING}", "\N{RIGHT-TO-LEFT OVERRIDE}") + between(LRI, PDI)
"""Embeddings, overrides and isolates: they turn the words that follow them."""

DIRECTION_MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
"""Marks that nudge their neighbours only."""

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Spelling in Persian, glue in emoji: never refused."""

INVISIBLE = (
    DIRECTION_CONTROLS
    + DIRECTION_MARKS
    + JOINERS
    + between("\N{WORD JOINER}", "\N{INVISIBLE PLUS}")
    + "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
)

LINE_REFUSED = (
    DIRECTION_CONTROLS
    + between("\x00", "\x1f")
    + between("\x7f", "\x9f")
    + between("\N{INHIBIT SYMMETRIC SWAPPING}", "\N{NOMINAL DIGIT SHAPES}")
    + "\N{ZERO WIDTH NO-BREAK SPACE}"
    + between("\N{INTERLINEAR ANNOTATION ANCHOR}", "\N{INTERLINEAR ANNOTATION TERMINATOR}")
    + between("\U000e0000", "\N{CANCEL TAG}")
    + between("\ud800", "\udfff")
)
"""What a headline or a name may not hold: controls, tags, lone surrogates, and all that turns the direction."""

# ---- letters --------------------------------------------------------------------------------------------------------

# Read after NFKD, so that a letter with its hamza or madda already stands apart from the mark, which is deleted.
_FOLDED_LETTERS = {
    "\N{ARABIC LETTER ALEF}": "\N{ARABIC LETTER ALEF WASLA}\N{ARABIC LETTER ALEF WITH WAVY HAMZA ABOVE}"
    "\N{ARABIC LETTER ALEF WITH WAVY HAMZA BELOW}",
    "\N{ARABIC LETTER YEH}": "\N{ARABIC LETTER ALEF MAKSURA}\N{ARABIC LETTER FARSI YEH}"
    "\N{ARABIC LETTER YEH WITH TAIL}\N{ARABIC LETTER E}\N{ARABIC LETTER YEH BARREE}",
    "\N{ARABIC LETTER HEH}": "\N{ARABIC LETTER TEH MARBUTA}\N{ARABIC LETTER HEH GOAL}"
    "\N{ARABIC LETTER TEH MARBUTA GOAL}\N{ARABIC LETTER HEH DOACHASHMEE}\N{ARABIC LETTER AE}",
    "\N{ARABIC LETTER KAF}": "\N{ARABIC LETTER KEHEH}\N{ARABIC LETTER SWASH KAF}",
    "\N{ARABIC LETTER GHAIN}": "\N{ARABIC LETTER GAF}",
    "\N{ARABIC LETTER BEH}": "\N{ARABIC LETTER PEH}",
    "\N{ARABIC LETTER JEEM}": "\N{ARABIC LETTER TCHEH}",
    "\N{ARABIC LETTER FEH}": "\N{ARABIC LETTER VEH}",
    "\N{ARABIC LETTER ZAIN}": "\N{ARABIC LETTER JEH}",
    "%": "\N{ARABIC PERCENT SIGN}",
    ".": "\N{ARABIC DECIMAL SEPARATOR}",
}

ARABIC_INDIC = between("\N{ARABIC-INDIC DIGIT ZERO}", "\N{ARABIC-INDIC DIGIT NINE}")
PERSIAN_DIGITS = between("\N{EXTENDED ARABIC-INDIC DIGIT ZERO}", "\N{EXTENDED ARABIC-INDIC DIGIT NINE}")

TO_LATIN_DIGITS = str.maketrans(ARABIC_INDIC + PERSIAN_DIGITS, "0123456789" * 2)
TO_ARABIC_INDIC = str.maketrans("0123456789" + PERSIAN_DIGITS, ARABIC_INDIC * 2)

FOLD: dict[int, int | str | None] = (
    {ord(letter): to for to, letters in _FOLDED_LETTERS.items() for letter in letters}
    | TO_LATIN_DIGITS
    | dict.fromkeys(map(ord, DIACRITICS + LATIN_MARKS + INVISIBLE + TATWEEL + "\N{ARABIC THOUSANDS SEPARATOR}"))
)
"""The search key's table, for `str.translate` on NFKD text. A hamza that stands alone stays: ولاء is not ولا."""

LOOKALIKES: dict[int, int] = str.maketrans(
    "\N{ARABIC LETTER FARSI YEH}\N{ARABIC LETTER YEH BARREE}\N{ARABIC LETTER KEHEH}\N{ARABIC LETTER SWASH KAF}"
    "\N{ARABIC LETTER HEH GOAL}\N{ARABIC LETTER HEH DOACHASHMEE}\N{ARABIC LETTER AE}"
    "\N{ARABIC LETTER HEH WITH YEH ABOVE}\N{ARABIC LETTER TEH MARBUTA GOAL}",
    "\N{ARABIC LETTER YEH}\N{ARABIC LETTER YEH}\N{ARABIC LETTER KAF}\N{ARABIC LETTER KAF}"
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER HEH}\N{ARABIC LETTER HEH}"
    "\N{ARABIC LETTER TEH MARBUTA}\N{ARABIC LETTER TEH MARBUTA}",
)
"""Letters of other keyboards that look like an Arabic one; the hamza and the dots of teh marbuta stay."""

ARABIC_LETTERS = (
    between("\N{ARABIC LETTER HAMZA}", "\N{ARABIC LETTER GHAIN}")
    + between("\N{ARABIC LETTER FEH}", "\N{ARABIC LETTER YEH}")
    + between("\N{ARABIC LETTER ALEF WASLA}", "\N{ARABIC LETTER YEH BARREE WITH HAMZA ABOVE}")
    + "\N{ARABIC LETTER AE}"
)

ARTICLE = "ال"

# Folded beginnings of words whose first two letters are no article: ألمانيا, إلهام, إلياس, ألكسندر, التزام …
NOT_THE_ARTICLE = (
    "الماني", "البانيا", "الهام", "الياس", "الكسند", "الكترون", "الفريد", "البير",
    "اليسا", "الغاء", "التزام", "التقاء", "التحاق", "التهاب", "الله",
)  # fmt: skip

# ---- presentation forms: glyphs of a PDF, not letters of a keyboard -------------------------------------------------

ORNAMENTS = (
    "\N{ORNATE LEFT PARENTHESIS}\N{ORNATE RIGHT PARENTHESIS}\N{ARABIC LIGATURE ALLAH ISOLATED FORM}"
    + between("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}", "\N{ARABIC LIGATURE BISMILLAH AR-RAHMAN AR-RAHEEM}")
    # honorifics added in Unicode 14
    + between("\ufd40", "\ufd4f")
)
"""Signs that people do type and readers do read: ﴿ ﴾ ﷲ ﷺ ﷻ ﷼ ﷽ and the honorifics."""

PRESENTATION_FORMS = "".join(
    sorted(
        set(
            between("\N{ARABIC LETTER ALEF WASLA ISOLATED FORM}", "\ufdcf")
            + between("\N{ARABIC LIGATURE SALLA USED AS KORANIC STOP SIGN ISOLATED FORM}", "\N{RIAL SIGN}")
            + between("\N{ARABIC FATHATAN ISOLATED FORM}", "\N{ARABIC LIGATURE LAM WITH ALEF FINAL FORM}")
        )
        - set(ORNAMENTS)
    )
)

# ---- calendars ------------------------------------------------------------------------------------------------------

MONTHS_AR: dict[str, tuple[str, ...]] = {
    "levantine": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
        "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
    ),
    "egyptian": (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "maghrebi": (
        "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو",
        "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
    ),
}  # fmt: skip
MONTHS_AR["dual"] = tuple(
    f"{east}/{west}" for east, west in zip(MONTHS_AR["levantine"], MONTHS_AR["egyptian"], strict=True)
)

MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# Monday first, as `date.weekday()` counts
WEEKDAYS_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

HIJRI_MONTHS_AR = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
    "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
)  # fmt: skip
HIJRI_MONTHS_EN = (
    "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II",
    "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja",
)  # fmt: skip

# none, one, two, few, many, other
AGO_AR = {
    "minute": ("لحظات", "دقيقة", "دقيقتين", "{} دقائق", "{} دقيقة", "{} دقيقة"),
    "hour": ("لحظات", "ساعة", "ساعتين", "{} ساعات", "{} ساعة", "{} ساعة"),
    "day": ("لحظات", "يوم", "يومين", "{} أيام", "{} يومًا", "{} يوم"),
}
