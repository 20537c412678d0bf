"""Bytes become a text, or a sentence that says why not; nothing else, whatever the bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.decode import (
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_IN_A_LINE,
    Unreadable,
    decode,
    is_surely_arabic,
    readable,
)
from tests.importing.texts import own
from tests.language.texts import quick

ARABIC = own("ferry_ar.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_arabic_copy_reads_the_same_in_every_encoding_we_take(encoding):
    assert decode(ARABIC.encode(encoding)) == ARABIC


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("empty", b""),
        ("empty", b" \r\n\t\n"),
        ("empty", "\ufeff".encode()),
        ("empty", b"---\n***"),
        ("too_big", b"a" * 20_000_000),
        ("too_big", b"a b c\n" * (MOST_CHARACTERS // 6 + 1)),
        ("line_too_long", "ا".encode() * 200_000),
        ("line_too_long", b"a" * (MOST_IN_A_LINE + 1)),
        ("nul", b"abc\x00def"),
        ("nul", ARABIC.encode("utf-16-le")),
        ("nul", ARABIC.encode("utf-32")),
        ("binary", b"PK\x03\x04 a document"),
        ("binary", b"%PDF-1.7 a document"),
        ("binary", b"\x89PNG\r\n"),
        ("binary", b"abc\x01def"),
        ("wrong_encoding", b"a\xed\xa0\x80b"),
        ("wrong_encoding", b"\xff\xfe\x00\xd8a\x00"),
        ("wrong_encoding", ARABIC.encode()[:-3] + b"\xff."),
        ("wrong_encoding", ARABIC.replace("ّ", "").encode("iso8859-6", "replace")),
        ("wrong_encoding", "Les élèves ont été récompensés, à côté du théâtre où ils étudiaient".encode("latin-1")),
        ("wrong_encoding", "Министр сказал, что работа начнется очень скоро".encode("cp1251")),
        ("wrong_encoding", "שר האנרגיה הודיע היום על תוכנית לבניית תחנה".encode("cp1255")),
        ("wrong_encoding", "Ο υπουργός είπε ότι η εργασία θα αρχίσει σύντομα".encode("cp1253")),
        ("wrong_encoding", "部长说工作将很快开始并将持续到明年年底为止".encode("gbk")),
        ("wrong_encoding", "خبر".encode("cp1256")),
        ("only_placeholders", "{title}\n\n[TK اسم الوزير] -\n".encode()),
    ],
)
def test_bad_input_is_refused_by_its_name(code, data):
    with pytest.raises(Unreadable) as refusal:
        decode(data)

    assert refusal.value.code == code
    assert "%" not in str(refusal.value)


def test_a_pasted_text_is_judged_by_the_same_rules():
    assert readable(ARABIC) == ARABIC
    for code, text in [("surrogate", "خبر \ud800 آخر"), ("nul", "a\x00"), ("empty", "\u200f \n")]:
        with pytest.raises(Unreadable) as refusal:
            readable(text)
        assert refusal.value.code == code


def test_20_megabytes_are_refused_without_work():
    data = b"\xff" * 20 * MOST_BYTES

    with pytest.raises(Unreadable) as refusal:
        decode(data)

    assert refusal.value.code == "too_big"


@quick
@given(st.binary(max_size=400) | st.text(max_size=80).map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_any_bytes_give_a_text_or_a_refusal(data):
    try:
        text = decode(data)
    except Unreadable:
        return

    assert any(map(str.isalnum, text))


@quick
@given(st.text(st.sampled_from("абвгдежзиклмноп АБВ éèêàç"), min_size=30))
def test_another_alphabet_is_never_taken_for_arabic(text):
    data = text.encode("cp1251", "ignore")

    assert not is_surely_arabic(data.decode("cp1256"))
