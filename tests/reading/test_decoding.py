"""Bytes to characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.reading.decoding import Decoded, declared_charset, decode

JAPANESE = (
    "県の報道官は火曜日、二つの町の代表が先週、港で会ったと述べた。話し合いは三日間続いた。"
    "関係者によると、次の会合は来月に予定されている。カメラの取材は許されなかった。"
)
KOREAN = (
    "시 대변인은 화요일 두 마을 대표가 지난주 항구에서 만났다고 말했다. 회의는 사흘 동안 이어졌으며"
    " 양측은 새로운 합의에 이르지 못했다. 다음 회의는 다음 달로 예정되어 있다."
)
CHINESE = (
    "市政府发言人周二表示，两个城镇的代表上周在港口举行了会谈。会谈持续了三天，没有达成新的协议。"
)
RUSSIAN = "Представитель города заявил во вторник, что делегации двух сёл встретились в порту."
FRENCH = (
    "La porte-parole a déclaré mardi que les délégués s’étaient réunis à l’étranger, « très tôt »."
)
GERMAN = "Die Sprecherin erklärte am Dienstag, die Gespräche hätten für alle überraschend geendet."

texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff"), min_size=1
)


def decoded(data: bytes, declared: str | None = None) -> Decoded:
    found = decode(data, declared=declared)
    assert found is not None
    return found


@given(texts)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decoded(text.encode()).text == text or "\0" in text or "\x1b$" in text


@given(texts, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_tells_the_codec(text: str, codec: str) -> None:
    found = decoded(text.encode(codec))
    assert (found.text, found.codec) == (text, codec)


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_give_text_that_can_be_stored_or_none(data: bytes) -> None:
    found = decode(data)
    if found is not None:
        found.text.encode("utf-8")
        assert "\r" not in found.text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (JAPANESE, "utf-16-le"),
        (KOREAN, "cp949"),
        (CHINESE, "gb18030"),
        (RUSSIAN, "cp1251"),
        (FRENCH, "cp1252"),
        (GERMAN, "latin-1"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
        (GERMAN, "utf-32-le"),
        (GERMAN, "utf-32-be"),
    ],
)
def test_a_codec_without_a_mark_is_found(text: str, codec: str) -> None:
    lines = f"{text}\n{text} \n"
    assert decoded(lines.encode(codec)).text == lines


@pytest.mark.parametrize("text", [RUSSIAN, JAPANESE])
def test_a_long_file_is_told_by_a_sample(text: str) -> None:
    codec = "cp1251" if text is RUSSIAN else "cp932"
    many = text * 5000
    assert decoded(many.encode(codec)).text == many


def test_line_ends_become_one_sign_and_nothing_else_changes() -> None:
    assert decoded("a\r\nb\rc\n\u00a0“d”\x0b".encode()).text == "a\nb\nc\n\u00a0“d”\x0b"


def test_utf8_cut_in_the_middle_of_a_sign_is_still_utf8() -> None:
    found = decoded((FRENCH + "é").encode()[:-1])
    assert found.codec == "utf-8"
    assert found.text == FRENCH + "\ufffd"
    assert "one place is not valid" in found.warnings[0]


@pytest.mark.parametrize(
    ("page", "codec"),
    [
        (b'<meta charset="windows-1251">', "cp1251"),
        (b"<META http-equiv=x content='text/html; charset=Shift_JIS'>", "cp932"),
        (b'<meta charset="iso-8859-1">', "cp1252"),
        (b'<?xml version="1.0" encoding="euc-kr"?>', "cp949"),
        (b'<meta charset="utf-16">', "utf-8"),
        (b'<meta charset="rot13">', None),
        (b'<meta charset="unicode_escape">', None),
        (b'<meta charset="nonsense">', None),
        (b"<p>charset=cp1251", None),
    ],
)
def test_a_page_may_name_its_charset_if_it_is_one(page: bytes, codec: str | None) -> None:
    assert declared_charset(page) == codec


def test_the_declared_charset_is_used_where_utf8_does_not_fit() -> None:
    assert decoded("Gdańsk".encode("cp1250"), "cp1250").text == "Gdańsk"
    assert decoded("Gdańsk".encode(), "cp1250").text == "Gdańsk"
