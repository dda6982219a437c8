"""The language of a text, told from its letters.

A script test is enough for the languages read here and needs no model: Cyrillic is taken for Russian, Latin for
English, and Persian is told from Arabic by the letters that Arabic does not have.
"""

PERSIAN_LETTERS = frozenset("پچژگیک")
PERSIAN_SHARE = 0.02


def language_of(text: str) -> str:
    """The language of `text`: `ar`, `en`, `fa`, `ru`, or `und` where it has no letters of any of these."""
    arabic = cyrillic = latin = persian = 0
    for character in text[:20_000]:
        if "\u0600" <= character <= "\u06ff":
            arabic += 1
            persian += character in PERSIAN_LETTERS
        elif "\u0400" <= character <= "\u04ff":
            cyrillic += 1
        elif character.isascii() and character.isalpha():
            latin += 1
    most = max(arabic, cyrillic, latin)
    if not most:
        return "und"
    if most == arabic:
        return "fa" if persian > PERSIAN_SHARE * arabic else "ar"
    return "ru" if most == cyrillic else "en"
