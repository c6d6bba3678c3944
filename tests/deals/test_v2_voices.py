"""German sentences in every voice, tense and order: each tells the deal that the table says, with those roles."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from newscrawl.deals import find_deals

NAMES = {"N": "Norvik AG", "T": "Tal GmbH", "B": "Bergen SE"}
VOICES, IDIOMS = (
    tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["voice"]
    for name in ("voices_de.toml", "idioms_de.toml")
)
TOLD = [(voice, sentence) for voice in VOICES for sentence in voice["told"]]
SHORT = re.compile(r"(?<![\w-])[NTB](?![\w-])")

# What may stand behind a name, and changes nothing.
ASIDES = (" aus Bonn", " mit Sitz in Bonn", " (Bonn)", ", ein Anbieter von Software,", ", die 2014 gegründet wurde,")


def full(text: str) -> str:
    return SHORT.sub(lambda match: NAMES[match[0]], text)


def told(text: str) -> list[tuple[str, dict[str, list[str]]]]:
    found = []
    for deal in find_deals(text, "de"):
        roles: dict[str, list[str]] = {}
        for party in deal.parties:
            roles.setdefault(party.role, []).append(party.name)
        found.append((deal.type, {role: sorted(names) for role, names in roles.items()}))
    return found


def expected(voice: dict[str, Any]) -> list[tuple[str, dict[str, list[str]]]]:
    if voice["type"] == "none":
        return []
    return [(voice["type"], {role: sorted(map(full, names)) for role, names in voice["roles"].items()})]


@pytest.mark.parametrize(("voice", "sentence"), TOLD, ids=lambda value: value if isinstance(value, str) else "")
def test_voice(voice: dict[str, Any], sentence: str) -> None:
    assert told(full(sentence)) == expected(voice)


@pytest.mark.parametrize("aside", ASIDES)
def test_asides_change_next_to_nothing(aside: str) -> None:
    """Each aside behind the subject of every sentence that begins with it: all but a few must still be read."""
    sentences = [(voice, s) for voice, s in TOLD if s.startswith("Die N ") and voice["type"] != "none"]
    right = [told(full(s.replace("Die N", f"Die N{aside}", 1))) == expected(voice) for voice, s in sentences]
    assert sum(right) >= 0.95 * len(right)


@pytest.mark.parametrize(("voice", "sentence"), [(v, s) for v in IDIOMS for s in v["told"]])
def test_idiom(voice: dict[str, Any], sentence: str) -> None:
    assert told(full(sentence)) == expected(voice)
