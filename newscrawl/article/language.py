"""Which language a text is written in."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# The languages of the world's technology press. Limited, because the model otherwise takes short English texts for
# small languages it barely knows; not limited to those with rules, because an article in another language must be
# recognised as such.
LANGUAGES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it",
    "ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh",
)  # fmt: skip
SAMPLE = 300  # characters: more of the same text tells nothing new, and costs
SHORTEST = 20  # characters: less than a short sentence is no evidence


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([code for code in LANGUAGES if code in identifier.labels])
    return identifier


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``; None if there is too little text to tell."""
    sample = " ".join(text[:SAMPLE].split())
    if len(sample) < SHORTEST or not any(letter.isalpha() for letter in sample):
        return None
    return str(_identifier().classify(sample)[0])
