"""The ready-made views of the front page: each is a filter that is known, canonical and holds events."""

from sqlmodel import Session

from app.queries.views import view_counts, wrong_views
from app.vocabulary.views import view_groups

REVISION = 2
INTERFACE = {"en", "ar", "ru"}


def test_every_view_is_a_canonical_filter_of_known_values(session: Session) -> None:
    assert wrong_views(session, REVISION) == []


def test_every_view_has_a_title_in_each_language_and_a_name_of_its_own() -> None:
    views = [view for group in view_groups() for view in group.views]

    assert len({view.id for view in views}) == len(views) > 20
    titles = {group.id: group.titles for group in view_groups()} | {view.id: view.titles for view in views}
    assert {name: set(told) for name, told in titles.items()} == dict.fromkeys(titles, INTERFACE)


def test_every_view_holds_events_but_that_of_the_state_of_which_nothing_is_told(session: Session) -> None:
    counts = view_counts(session, REVISION)

    assert [view for view, count in counts.items() if not count] == ["kyrgyzstan"]


def test_a_view_that_asks_for_what_nobody_knows_is_left_out_and_named(session: Session) -> None:
    # Before the first revision no actor and no type is known; scopes and precisions always are.
    assert set(view_counts(session, 0)) == {"takeover-of-2021", "context"}
    assert any(line.startswith("views.yaml, kyrgyzstan: actor=kyrgyzstan: ") for line in wrong_views(session, 0))
