"""The Unicode collation order of ICU's root collation, as the original sorts."""

from itertools import pairwise
from unicodedata import normalize

import pytest

from spacecat_shared_data_access.models.audit_url.collation import collation_key

ASCII = "\t _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789aAbByYzZ"


@pytest.mark.parametrize("line", [ASCII, "aAáÁàÀăâåäãąā", "eEéÉèÈêë", "oOóÓòôöőõøō", "sSśŝšşș", "lLłŁmn"])
def test_characters_are_in_order(line):
    for smaller, greater in pairwise(line):
        assert collation_key(smaller) < collation_key(greater)


@pytest.mark.parametrize(
    "words",
    [
        ["https://a.com/_", "https://a.com/-z", "https://a.com/10", "https://a.com/9", "https://a.com/a"],
        ["a", "A", "á", "Á", "aa", "Aa", "ab", "áb", "b"],
        ["ad", "ae", "æ", "af", "ofen", "öfen", "ofez"],
        ["strasse", "straße", "strassf"],
        ["1", "¹", "2"],
        ["a b", "a_b", "a-b", "a/b", "a$b", "a1b", "aab"],
        ["z", "\u03b1", "\u0391", "\u03b2", "ж", "я", "中"],
        ["€", "0"],
        ["", "a", "a\u0323", "b"],
    ],
    ids=lambda words: words[0],
)
def test_words_are_in_order(words):
    backwards = words[::-1]
    assert sorted(backwards, key=collation_key) == words


def test_letters_are_compared_before_accents_and_accents_before_case():
    assert collation_key("cote") < collation_key("coté") < collation_key("cotf")
    assert collation_key("Cote") < collation_key("coté")


def test_equivalent_texts_are_equal():
    assert collation_key(normalize("NFC", "Zoë")) == collation_key(normalize("NFD", "Zoë"))


def test_control_characters_are_ignored():
    assert collation_key("a\x00b") == collation_key("ab")
