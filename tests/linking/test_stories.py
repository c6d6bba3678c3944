"""The stories and near misses in fixtures/stories: all that the linker was written with are grouped rightly."""

from pathlib import Path

import pytest

from evaluation.stories import FOLDER, WANTED, linked, read_stories, read_story, score
from newscrawl.linking.group import group_reports

STORIES = sorted(FOLDER.glob("*.json"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path: Path) -> None:
    story = read_story(path)
    assert linked(group_reports(story.reports)) == story.right


def test_there_are_stories_and_near_misses_in_both_languages() -> None:
    assert len([path for path in STORIES if path.stem.startswith("story-")]) >= 7
    assert len([path for path in STORIES if path.stem.startswith("near-")]) >= 7
    for path in STORIES:
        languages = {report.language for report in read_story(path).reports}
        assert languages == {"en", "de"}, path


def test_precision_and_recall() -> None:
    found = score(read_stories(FOLDER))
    assert (found.precision, found.recall) >= WANTED


@pytest.mark.parametrize("folder", sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))
def test_stories_by_others_are_not_forgotten(folder: str) -> None:
    """Loose floors: how well the linker does on files that it was not made with is for the scorer to say."""
    found = score(read_stories(FOLDER / folder))
    assert found.precision >= 0.95
    assert found.recall >= 0.85
