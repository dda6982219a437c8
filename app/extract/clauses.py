"""Which acts of a clause stand: triggers compete, and each that stands gets words of its own."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from app.extract.acts import Act, forms, object_distance
from app.extract.candidate import DECISIONS, OCCASIONS, Candidate, Memory, alike
from app.extract.counting import count_from_events
from app.extract.factuality import status_of
from app.extract.governing import (
    dates_within,
    dates_within_clause,
    governing_date,
    has_own_date,
    is_background,
    is_over,
)
from app.extract.mention import TOLD
from app.extract.occasions import occasion_of, told_before
from app.extract.owned_dates import begins_relative, is_of_attack, is_of_occasion
from app.extract.reading import Reading
from app.extract.reports import Report, report_of
from app.extract.segments import Clause, Sentence
from app.extract.speakers import is_governed
from app.extract.stretches import BACKGROUND_LENGTH, after_joint, parted
from app.extract.unlisted import left_over, unlisted
from app.extract.whens import When
from app.vocabulary.actors import taliban
from app.vocabulary.languages import language, verb_last

ANTECEDENT_REACH = 10
"""How many words before a relative clause that which it is about is named."""
SETTING_REACH = 4
"""How many words before its noun an occasion is introduced ("during his meeting")."""
IN_HANDS_REACH = 3
"""How many words after "in the hands of" whose hands are named."""
PURPOSE_REACH = 4
"""How many words before a noun "for" or "to attend" stands."""
TIED_REACH = 2
"""How many words before a noun the preposition stands that makes it the occasion of an act."""
ANNOUNCED_REACH = 4
"""How many words after "of" what was announced is named."""
ASIDE_REACH = 3
"""How many words before a forum stands that something else was done on its sidelines."""
OCCASION_WITHIN = 8
"""How many words after "his remarks came" the occasion is named."""
WHOM = 2
"""How many words after its verb somebody is named whom it concerns."""
WHO = 4
"""How many words before its verb somebody is named who travels."""
OWN_SUBJECT = 3
"""How many words after its verb who acts is named in what was said, where the language has it so."""


def candidates(reading: Reading, sentence: Sentence, memory: Memory) -> Iterator[Candidate]:
    """What a sentence may tell of, in text order within each clause, each with words of its own; `memory` learns who
    speaks."""
    for clause in sentence.clauses:
        count_from_events(reading, sentence, clause, memory)
        named = reading.between(reading.acts, clause.first, clause.last)
        speaks = {act.first for act in named if act.type == "statement"}
        about = _first_object(reading, sentence, clause)
        acts = [
            act
            for act in named
            if reading.has_object(
                act, about if act.type == "forum" else clause.first, _last_object(reading, clause, act, speaks)
            )
        ]
        standing = _standing(reading, sentence, clause, acts, memory)
        standing = standing or unlisted(reading, sentence, clause, memory)
        rest = left_over(reading, sentence, clause, standing, memory)
        for candidate in parted(reading, standing):
            after = min((one.first for one in rest if one.first > candidate.act.last), default=candidate.last + 1)
            yield replace(candidate, last=max(candidate.act.last, min(candidate.last, after - 1)))
        yield from rest


def _first_object(reading: Reading, sentence: Sentence, clause: Clause) -> int:
    """The first word with which a forum can be named that somebody attends: what a relative clause is about stands
    before it ("the forum, which a delegation has attended since 2022")."""
    relative = language(reading.language).discourse.relative
    if not reading.finds(relative, clause.first, clause.first):
        return clause.first
    return max(sentence.first, clause.first - ANTECEDENT_REACH)


def _last_object(reading: Reading, clause: Clause, act: Act, speaks: Container[int]) -> int:
    """The last word that an act's object can be: a verb itself where it stands last, unless it says what is wanted."""
    return act.end if verb_last(reading.language) and act.verb and act.first not in speaks else clause.last


def _standing(reading: Reading, sentence: Sentence, clause: Clause, acts: list[Act], memory: Memory) -> list[Candidate]:
    if setting := _setting_of(reading, sentence, clause, acts):
        return setting
    report = report_of(reading, sentence, clause, acts, memory)
    found: list[Candidate] = []
    announced = apart = carries = False
    # Also where nobody known speaks: "an official denied the handover".
    saying = [report.statement.act] if report else [one for one in acts if one.type == "statement" and one.verb][-1:]
    for act in _best_of_each_type(reading, clause, [act for act in acts if act.type != "statement"]):
        met = report is not None and _is_met_before(reading, act, clause, report)
        background = not met and is_background(reading, clause, act)
        if not background and not act.trigger.lasting and _is_topic(reading, clause, act):
            continue
        if not background and any(_is_object(reading, clause, act, said) for said in saying):
            continue
        if not background and _is_purpose(reading, clause, act, acts):
            continue
        speaker, begins = None, None
        if report is not None and not background and _is_said(reading, act, report):
            told = report.announces and _is_plain(reading, act, report) and _is_told(reading, act, clause, report)
            trailed = report.trails and report.is_before(act)
            within = Clause(clause.first, report.said - 1) if report.is_before(act) else clause
            dated_there = bool(report.is_before(act) and dates_within_clause(reading, within))
            if not told and not trailed and not dated_there and not dates_within(reading, act, within, report.content):
                continue
            if not trailed and not _is_told(reading, act, clause, report):
                # What is only planned or wanted is part of what was said.
                continue
            # "Said it had accredited the envoy on 9 October": what was done is the event, where no verb stands last.
            announced = announced or told or dated_there or _is_all_that_was_said(reading, act, clause, report)
            # Where verbs stand last, what was said is a clause of its own, with its own subject.
            own = ((told or trailed) and report.is_before(act)) or verb_last(reading.language)
            begins = _own_subject(reading, act, report)
            speaker = None if own or begins else report.statement.speaker
            carries = carries or begins is not None
        last = report.said - 1 if report and report.trails and report.is_before(act) else clause.last
        candidate = Candidate(sentence, clause, act, begins or clause.first, last, speaker, background)
        if report is not None and not met and _is_setting(reading, act, clause):
            continue
        decided = not report and any(alike(act.type, kind) for kind, _ in memory.decisions)
        dated = governing_date(reading, candidate)
        if act.trigger.lasting and not (dated and dated.expression.since and _is_of_taliban(reading, act)):
            continue
        before = not act.verb and not dated and told_before(reading, candidate, memory)
        # "Crowned by an agreement, during his visit, on …"
        if before and before.span.shared(sentence.span):
            # "… visited Kabul; in the course of the trip they signed …": told of once in a sentence.
            continue
        agreed = act.type == "agreement" and occasion_of(reading, candidate, memory)
        if report and (announced or carries) and dated and dated.first >= report.content > clause.first:
            # "Announced on 3 June that in December …": done on one date, announced on another.
            announced_on = reading.between(reading.dates, clause.first, report.content - 1)
            apart = apart or any(when.reading for when in announced_on)
        if act.verb or speaker or decided or dated or before or agreed:
            # "Condemned the attack of 5 May on …": both have the words that name the attack.
            condemned = report is not None and _is_condemned(reading, candidate, report, dated)
            passing = bool(before or condemned or (decided and not act.verb and not dated))
            found.append(replace(candidate, passing=passing))
    if report is not None and (apart or not (announced or carries)):
        found.append(replace(report.statement, adds=report.adds))
    return sorted(found, key=lambda candidate: candidate.act.first)


def _setting_of(reading: Reading, sentence: Sentence, clause: Clause, acts: list[Act]) -> list[Candidate]:
    """The visit or meeting on which what was just told is said to have been said ("his remarks came during")."""
    spoken_at = forms(reading.language, language(reading.language).discourse.spoken_at)
    said = spoken_at.find(reading.words[clause.first : clause.last + 1])
    if not said or said[0].first > SETTING_REACH:
        return []
    begins = clause.first + said[0].last
    # "This he said at a meeting": it is not the meeting that "this" points to.
    named = [*acts, *reading.between(reading.pointed_at, begins, clause.last)]
    occasions = [act for act in named if act.first >= begins and act.type in OCCASIONS and not act.verb]
    best = [act for act in _best_of_each_type(reading, clause, occasions) if act.first <= begins + OCCASION_WITHIN]
    return [
        Candidate(sentence, clause, act, clause.first, clause.last, claim=clause.first, until=clause.last, setting=True)
        for act in best[:1]
    ]


def _is_purpose(reading: Reading, clause: Clause, act: Act, acts: Sequence[Act]) -> bool:
    """Whether a noun only says what another act was done for ("flew to Moscow on 3 October for talks"), and no date of
    its own follows."""
    purpose, low = language(reading.language).discourse.purpose, max(clause.first, act.first - PURPOSE_REACH)
    if not any(other.verb and other.first != act.first for other in acts):
        return False
    if reading.finds(purpose, act.first, act.first):
        # In Arabic the preposition is written together with the noun.
        return True
    if act.verb or not reading.finds(purpose, low, act.first - 1):
        return False
    return not any(when.reading for when in reading.between(reading.dates, act.last + 1, clause.last))


def _is_of_taliban(reading: Reading, act: Act) -> bool:
    """Whether it is the Taliban in whose hands something is said to be, right after or in the words that say so."""
    last = min(act.last + IN_HANDS_REACH, len(reading.words) - 1)
    pauses = (word - 1 for word in range(act.last + 1, last + 1) if reading.words[word].pause_before)
    near = reading.between(reading.names, act.first, next(pauses, last))
    return any(name.id in taliban() for name in near)


def _is_said(reading: Reading, act: Act, report: Report) -> bool:
    """Whether an act belongs to what was said."""
    direct = report.announces and _is_direct_object(reading, act, report.statement.act)
    return act.first >= report.content or report.is_before(act) or direct


def _is_all_that_was_said(reading: Reading, act: Act, clause: Clause, report: Report) -> bool:
    """Whether what was done is all that was said: a verb that stands in no clause about somebody named, with nothing
    more said after it. (Where verbs stand last, what was said is a clause of its own.)"""
    if not act.verb or verb_last(reading.language) or begins_relative(reading, report.content, act.first):
        return False
    discourse = language(reading.language).discourse
    more = (*discourse.content, *discourse.contrasts)
    return not reading.finds(more, act.last + 1, min(clause.last + 2, len(reading.words) - 1))


def _is_object(reading: Reading, clause: Clause, act: Act, said: Act) -> bool:
    """Whether a noun is only what somebody calls for ("called on Russia to recognise them"), or a decision that he
    denies or speaks of, without a date of its own ("denied the handover of the embassy")."""
    # In Arabic a verb and its noun can be spelled alike.
    noun = not act.verb or any(not other.verb for other in reading.between(reading.acts, act.first, act.first))
    if not noun or said.trigger.announces or act.first <= said.last or verb_last(reading.language):
        return False
    wanted = language(reading.language).factuality.wanted
    if reading.finds(wanted, said.first, said.last):
        return True
    return act.type in DECISIONS and not reading.between(reading.dates, act.last + 1, clause.last)


def _own_subject(reading: Reading, act: Act, report: Report) -> int | None:
    """The word with which what was said begins where it names somebody else than the speaker as who acts ("Peskov said
    that Shoigu had met …"); else None."""
    speaker = report.statement.speaker
    if speaker is None or verb_last(reading.language) or not act.verb or act.first < report.content:
        return None
    before = reading.between(reading.names, report.content, act.first - 1)
    first = language(reading.language).morphology.subject == "before"
    after = [] if first else reading.between(reading.names, act.last + 1, act.last + OWN_SUBJECT)
    acting = [
        name
        for name in (*before, *after)
        if name.kind != "place" and not is_governed(reading.language, reading.words, name, report.content)
    ]
    if acting and acting[0].id not in (speaker.actor, speaker.person):
        return after_joint(reading, report.content, report.statement.clause)
    return None


def _is_plain(reading: Reading, act: Act, report: Report) -> bool:
    """Whether an act can be the news of an announcement: a verb, a decision, or a noun that is its object."""
    direct = _is_direct_object(reading, act, report.statement.act)
    return act.verb or act.type in DECISIONS or direct or _is_announced(reading, act, report.content)


def _is_told(reading: Reading, act: Act, clause: Clause, report: Report) -> bool:
    """Whether what was said is said to have happened: else the saying itself is the event."""
    first = clause.first if report.is_before(act) or act.first < report.content else report.content
    last = act.end if verb_last(reading.language) and act.verb else clause.last
    return status_of(reading.language, reading.words, first, act, last) in TOLD


def _is_setting(reading: Reading, act: Act, clause: Clause) -> bool:
    """Whether a noun only says on what occasion something was said ("said at a meeting on Monday")."""
    occasion = language(reading.language).discourse.occasion
    low = max(clause.first, act.first - SETTING_REACH)
    near = range(max(clause.first + 1, act.first - TIED_REACH), act.first + 1)
    parted = any(reading.words[word].pause_before or reading.is_dash_before(word) for word in near)
    if act.verb and not parted and is_of_occasion(reading, clause.first, act.first):
        # "Said at the summit which was held in Astana": in Arabic without a comma.
        return True
    return not act.verb and act.type in ("talks", "visit", "forum") and reading.finds(occasion, low, act.first - 1)


def _is_met_before(reading: Reading, act: Act, clause: Clause, report: Report) -> bool:
    """Whether a noun tells, with a date of its own, of the meeting after which something was said ("after a meeting
    with Baradar on 12 October, the minister announced")."""
    said = report.statement.act.first
    if act.first > said or not is_over(reading, act, clause.first):
        return False
    ends = next((word for word in range(act.last + 1, said + 1) if reading.words[word].pause_before), said)
    return any(when.reading for when in reading.between(reading.dates, act.last + 1, ends - 1))


def _is_condemned(reading: Reading, candidate: Candidate, report: Report, dated: When | None) -> bool:
    """Whether a noun names the attack that somebody condemns, with the date of the attack."""
    act = candidate.act
    return (
        act.type == "security" and not act.verb and dated is not None and is_of_attack(reading, report.statement, dated)
    )


def _is_direct_object(reading: Reading, act: Act, announcing: Act) -> bool:
    """Whether a decision is what was announced, named by a noun right after the verb ("announced its recognition")."""
    between = range(announcing.last + 1, act.first)
    # Where the subject follows its verb, it stands between the two.
    subject = language(reading.language).morphology.subject == "after"
    noun = not act.verb or any(not other.verb for other in reading.between(reading.acts, act.first, act.first))
    near = noun and act.type in DECISIONS and 0 <= len(between) <= ANNOUNCED_REACH * (3 if subject else 1)
    if near and between and reading.finds(language(reading.language).discourse.content, between[0], between[-1]):
        return False
    if not near or not any(reading.words[word].pause_before for word in between):
        return near
    # A date may stand between the two, set off by commas.
    return bool(reading.between(reading.dates, between[0], between[-1]))


def _is_announced(reading: Reading, act: Act, content: int) -> bool:
    """Whether a noun is what was announced ("announced the accreditation of"), and not part of a clause about it."""
    announced = language(reading.language).discourse.announced
    return reading.finds(announced, content, content) and act.first <= content + ANNOUNCED_REACH


def _best_of_each_type(reading: Reading, clause: Clause, acts: list[Act]) -> list[Act]:
    """Of each type the act that is a verb, or the first; and further ones that have a date of their own after them."""
    best: dict[str, Act] = {}
    for act in _decided_by_object(reading, clause, acts):
        held = best.get(act.type)
        # What is only spelled like a verb ("in contact") gives way to a noun that tells of such an act.
        spelled = held is not None and not held.verb and not held.trigger.nouns and bool(act.trigger.nouns)
        if held is None or (act.verb and not held.verb) or spelled:
            best[act.type] = act
    if "mission-handover" in best and not _dated_apart(reading, clause, best):
        best.pop("accreditation", None)
    if "forum" in best and "talks" in best and _hides(reading, best["forum"], best["talks"]):
        # Who is said to meet on the sidelines of a forum meets; else the talks are the forum.
        forum, words = best["forum"], language(reading.language).discourse.aside
        # "Met on the sidelines of the forum that Moscow hosted."
        low = forum.first - ASIDE_REACH if not forum.verb else best["talks"].last + 1
        aside = reading.finds(words, max(clause.first, low), forum.first - 1)
        best.pop("forum" if best["talks"].verb and aside else "talks")
    if "visit" in best and best["visit"].first < best.get("talks", best["visit"]).first and not best["talks"].verb:
        best.pop("talks", None)
    if "visit" in best and "talks" in best and not _hides(reading, best["visit"], best["talks"]):
        # "On a visit to Kabul he met …"
        best.pop("visit")
    both = "visit" in best and "talks" in best and verb_last(reading.language)
    if both and not best["talks"].verb:
        best.pop("talks")
    kept = list(best.values())
    for act in acts:
        rivals = [other for other in kept if other.type == act.type]
        apart = all(act.first > other.last or other.first > act.last for other in kept)
        if verb_last(reading.language):
            apart = act.verb and all(other.verb and act.end != other.end for other in rivals)
        dated = [one for one in (act, *rivals) if has_own_date(reading, clause, one, acts)]
        # "It hosted events such as the meeting of October, and the forum of June."
        listed = (
            act in dated
            and not act.verb
            and any(
                not one.verb
                and one.type == act.type
                and one.last < act.first
                and has_own_date(reading, clause, one, acts)
                for one in acts
            )
        )
        # "Has attacked since the Taliban came to power two months ago."
        dating = act in dated and act.type == "security" and is_background(reading, clause, act)
        if rivals and apart and (listed or dating or len(dated) > len(rivals)):
            kept.append(act)
    return sorted(kept, key=lambda act: act.first)


def _dated_apart(reading: Reading, clause: Clause, best: Mapping[str, Act]) -> bool:
    """Whether an envoy was accepted on one date and given his mission on another."""
    accepted, given = best.get("accreditation"), best["mission-handover"]
    dates = {when.reading.date for when in reading.between(reading.dates, clause.first, clause.last) if when.reading}
    return accepted is not None and accepted.verb and given.verb and accepted.first != given.first and len(dates) > 1


def _decided_by_object(reading: Reading, clause: Clause, acts: list[Act]) -> list[Act]:
    """Of the acts that one verb can tell of, the one whose object stands nearest to it in the clause, or the first."""
    kept: dict[tuple[int, bool], tuple[int, Act]] = {}
    for act in acts:
        distance = object_distance(act, reading.language, reading.words, clause.first, clause.last)
        if act.type in OCCASIONS and any(
            name.kind == "person" for name in reading.between(reading.names, act.last + 1, act.last + WHOM)
        ):
            # "Received Baradar to discuss the railway."
            distance = 0
        if act.type == "visit" and verb_last(reading.language):
            officials = language(reading.language).officials.officials
            if reading.finds(officials, clause.first, clause.first + 1):
                # "A delegation entered Kabul with a cargo of aid."
                distance = 0
        elif act.type == "visit" and language(reading.language).morphology.subject == "before":
            who = reading.between(reading.names, max(clause.first, act.first - WHO), act.first - 1)
            if any(name.kind == "person" for name in who):
                # "Muttaqi arrived to sign a contract on oil": who arrives is no shipment.
                distance = 0
        held = kept.get((act.first, act.verb))
        if held is None or distance < held[0]:
            kept[act.first, act.verb] = (distance, act)
    return [act for _, act in kept.values()]


def _is_topic(reading: Reading, clause: Clause, act: Act) -> bool:
    """Whether, before a verb that stands last, a noun is only what the verb is about: no occasion, without a date."""
    if not verb_last(reading.language) or act.verb:
        return False
    occasion = language(reading.language).discourse.occasion
    tied = reading.finds(occasion, max(clause.first, act.first - TIED_REACH), act.first - 1)
    following = reading.between(reading.dates, act.last + 1, min(act.last + BACKGROUND_LENGTH, clause.last))
    return not tied and not following


def _hides(reading: Reading, act: Act, other: Act | None) -> bool:
    """Whether one act tells what another in its clause does; a verb that stands last is not hidden by a noun."""
    return not verb_last(reading.language) or act.verb or (other is not None and not other.verb)
