"""One kind of digits a page: what is converted, and what keeps the digits it was typed with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language.digits import one_kind_in_html, one_kind_in_text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("قُتل 12 شخصًا في 3 مدن", "قُتل ١٢ شخصًا في ٣ مدن"),
        ("بنسبة 3.5% إلى 1,250,000 ليرة", "بنسبة ٣٫٥٪ إلى ١٬٢٥٠٬٠٠٠ ليرة"),
        ("في 24.11.2026 عند 3:05 م", "في ٢٤.١١.٢٠٢٦ عند ٣:٠٥ م"),
        ("الفوز 3-1 موسم 2025/26", "الفوز ٣-١ موسم ٢٠٢٥/٢٦"),
        ("هاتف iPhone 15 وشبكة 5G وWindows 11", "هاتف iPhone 15 وشبكة 5G وWindows 11"),
        ("على +961 1 234 567 أو 01 234 567", "على +961 1 234 567 أو 01 234 567"),
        (
            "في https://a.example/2026/11/ و@user12 وx1@a.example",
            "في https://a.example/2026/11/ و@user12 وx1@a.example",
        ),
        ("يوم 2026-11-24 الساعة 9", "يوم 2026-11-24 الساعة ٩"),
    ],
)
def test_an_arabic_house_with_arabic_digits(typed: str, shown: str) -> None:
    assert one_kind_in_text(typed, "arab") == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("قُتل ١٢ شخصًا و۳ جرحى", "قُتل 12 شخصًا و3 جرحى"),
        ("بنسبة ٣٫٥٪ إلى ١٬٢٥٠٬٠٠٠", "بنسبة 3.5% إلى 1,250,000"),
        ("لا أرقام هنا ٪", "لا أرقام هنا ٪"),
        ("12 بقيت", "12 بقيت"),
    ],
)
def test_an_arabic_house_with_latin_digits(typed: str, shown: str) -> None:
    assert one_kind_in_text(typed, "latn") == shown


def test_what_is_quoted_letter_by_letter_or_in_another_language_stays() -> None:
    html = (
        '<p id="s-12" data-n="3">في 12 قال <span class="verbatim">رقم 13</span> ثم 14'
        ' <span lang="en" dir="ltr">15 <span>16</span> 17</span> ثم 18 &#39; <span class="quran">﴿19﴾</span></p>'
        '<script type="application/ld+json">{"a":20}</script><bdi dir="ltr">-21%</bdi>'
    )

    shown = one_kind_in_html(html, "arab")

    assert shown == (
        '<p id="s-12" data-n="3">في ١٢ قال <span class="verbatim">رقم 13</span> ثم ١٤'
        ' <span lang="en" dir="ltr">15 <span>16</span> 17</span> ثم ١٨ &#39; <span class="quran">﴿19﴾</span></p>'
        '<script type="application/ld+json">{"a":20}</script><bdi dir="ltr">-٢١٪</bdi>'
    )
    assert one_kind_in_html('<p>١٢ <span class="verbatim">١٣</span></p>', "latn") == (
        '<p>12 <span class="verbatim">١٣</span></p>'
    )


@given(
    text=st.text(st.sampled_from('ab<>/" =p&;#سل12٣٤.,%٫٬+-@ '), max_size=60), digits=st.sampled_from(["latn", "arab"])
)
def test_once_is_enough_and_no_tag_changes(text: str, digits: str) -> None:
    html = f'<p class="x1">{text.replace("<", "&lt;")}</p>'

    shown = one_kind_in_html(html, digits)

    assert one_kind_in_html(shown, digits) == shown
    assert shown.startswith('<p class="x1">')
    assert shown.endswith("</p>")
