"""The vocabulary holds together: what is named exists, has names, and a slip of the pen is found."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from app.dates.edtf import EdtfDate
from app.errors import VocabularyWrong
from app.settings import ROOT
from app.text.folding import folded
from app.vocabulary.actors import Actor, actors, persons, region, taliban
from app.vocabulary.event_types import event_types, subtypes, subtypes_of
from app.vocabulary.landmarks import landmarks
from app.vocabulary.languages import LANGUAGES, language
from app.vocabulary.milestones import milestones
from app.vocabulary.places import places
from app.vocabulary.reading import read_entries

INTERFACE = ("en", "ar", "ru", "fa")
TYPES = (
    "recognition accreditation mission-handover visit talks forum statement agreement listing aid-trade security other"
)


def test_the_event_types_are_the_controlled_list_in_its_order() -> None:
    assert list(event_types()) == TYPES.split()


def test_the_two_sides_are_russia_the_five_states_and_the_taliban() -> None:
    assert region() == {"russia", "kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan"}
    assert taliban() == {"taliban"}


def test_everything_has_a_name_in_every_interface_language() -> None:
    named = [(a.id, a.names) for a in actors().values()]
    named += [(p.id, p.names) for p in persons().values()]
    named += [(p.id, p.names) for p in places().values()]
    named += [(k.id, k.names) for k in event_types().values()]
    for identity, names in named:
        for tag in INTERFACE:
            assert names.get(tag), (identity, tag)
    for kind in event_types().values():
        assert set(kind.definition) >= set(INTERFACE)
        assert kind.plover.category.isupper()


def test_every_office_and_place_names_an_actor_that_exists() -> None:
    for person in persons().values():
        assert person.offices, person.id
        for office in person.offices:
            assert office.of in actors(), (person.id, office.of)
    for place in places().values():
        assert place.country is None or place.country in actors() or place.country == "afghanistan", place.id


def test_every_date_of_a_role_or_form_is_edtf_and_in_order() -> None:
    spans = [(p.id, o.since, o.until) for p in persons().values() for o in p.offices]
    spans += [(a.id, r.since, r.until) for a in actors().values() for r in a.roles]
    spans += [
        (a.id, f.since, f.until)
        for a in actors().values()
        for forms in (a.forms, a.demonyms, a.metonyms)
        for listed in forms.values()
        for f in listed
    ]
    for name, since, until in spans:
        earliest = EdtfDate.parse(since).earliest if since else None
        latest = EdtfDate.parse(until).latest if until else None
        assert earliest is None or latest is None or earliest <= latest, name


@pytest.mark.parametrize("tag", INTERFACE)
def test_no_form_means_two_persons_at_one_time(tag: str) -> None:
    meanings = defaultdict(set)
    for person in persons().values():
        for form in person.forms.get(tag, ()):
            meanings[folded(form.form), form.since, form.until].add(person.id)

    assert {form: ids for form, ids in meanings.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_event_type_but_other_has_triggers(tag: str) -> None:
    assert {trigger.type for trigger in language(tag).triggers} == set(event_types()) - {"other"}


def test_a_slip_of_the_pen_is_named_with_file_and_entry(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text("actors:\n  - {id: a, kind: state, names: {en: A}}\n  - {id: b, knid: state, names: {en: B}}\n")

    with pytest.raises(VocabularyWrong, match=r"actors\.yaml.*actors\[1\] b"):
        read_entries(path, "actors", Actor)


def test_a_file_that_is_no_yaml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text("actors: [")

    with pytest.raises(VocabularyWrong, match=r"actors\.yaml"):
        read_entries(path, "actors", Actor)


@pytest.mark.parametrize("file", ["articles_events.jsonl", "seeds_events.jsonl"])
def test_whoever_and_whatever_the_test_material_names_is_known(file: str) -> None:
    records = [json.loads(line) for line in (ROOT / "tests/examples" / file).read_text("utf-8").splitlines()]
    people = {person.names["en"] for person in persons().values()}
    towns = {place.names["en"] for place in places().values()}

    assert {party for record in records for party in record["parties"]} <= set(actors())
    assert {person for record in records for person in record["persons"]} <= people
    assert {record["place"] for record in records if record["place"]} <= towns
    assert {record["type"] for record in records} <= set(event_types())


def test_every_happening_that_an_event_type_names_is_known() -> None:
    named = {
        implied.landmark for kind in event_types().values() for implied in kind.implied.values() if implied.landmark
    }

    assert named <= {landmark.id for landmark in landmarks()}


def test_subtypes_divide_types_that_there_are_and_no_language_knows_others() -> None:
    for one in subtypes().values():
        assert set(one.of) <= set(event_types()), one.id
        assert set(INTERFACE) == set(one.names), one.id
    for tag in LANGUAGES:
        for kind, told in language(tag).subtypes.items():
            assert set(told) <= subtypes_of(kind), (tag, kind)
    for entry in event_types().values():
        assert {*entry.once_subtypes, *entry.implied} <= subtypes_of(entry.id), entry.id


def test_milestones_are_made_of_types_and_subtypes_that_there_are() -> None:
    ids = [milestone.id for milestone in milestones()]
    assert ids == ["contact", "visit", "mission-handover", "accreditation", "ambassador", "delisting", "recognition"]
    for milestone in milestones():
        assert set(INTERFACE) == set(milestone.names) == set(milestone.definition)
        assert set(milestone.types) <= set(event_types())
        known = set().union(*(subtypes_of(kind) for kind in milestone.types))
        assert {*milestone.subtypes, *milestone.except_subtypes} <= known, milestone.id
