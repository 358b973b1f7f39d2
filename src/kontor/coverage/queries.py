"""Reading unknown parts."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from kontor.common.actors import Actor
from kontor.coverage.models import LEAST_SEEN, UnknownPart
from kontor.coverage.perms import can_see_unknown_parts


def visible_parts(actor: Actor) -> QuerySet[UnknownPart]:
    """Parts the actor may see: those that were seen often enough, settled ones among them."""
    shown = UnknownPart.objects.filter(count__gte=LEAST_SEEN).exclude(part="")
    return shown if can_see_unknown_parts(actor) else shown.none()


def work_list(actor: Actor, *, language: str = "", source: str = "") -> QuerySet[UnknownPart]:
    """What is still to be done, most frequent first. What was settled in one source is settled in the other."""
    return open_parts(visible_parts(actor)).filter(**{name: value for name, value in (("language", language), ("source", source)) if value})


def open_parts(parts: QuerySet[UnknownPart]) -> QuerySet[UnknownPart]:
    """Those of the parts that nobody settled."""
    return parts.exclude(settled_somewhere())


def settled_somewhere() -> Exists:
    """Whether a part was settled, in whatever source."""
    return Exists(UnknownPart.objects.filter(language=OuterRef("language"), part=OuterRef("part"), is_settled=True))
