"""What all tests share: the compiled thesaurus, and a guard against leaving the machine."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from kontor_core.search.finder import Finder
from kontor_core.thesaurus import index as label_index
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation import model
from kontor_core.translation.model import PartTranslation

LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")


@pytest.fixture(scope="session", autouse=True)
def _no_connection_beyond_loopback() -> Iterator[None]:
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(LOOPBACK):
            raise AssertionError(f"a test tried to connect to {address}")
        return connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def labels() -> LabelIndex:
    """The compiled thesaurus that ships."""
    return label_index.load(())


@pytest.fixture(scope="session")
def translation(labels: LabelIndex) -> PartTranslation:
    """The part translation learned from it."""
    return model.load()


@pytest.fixture(scope="session")
def register_finder(labels: LabelIndex, translation: PartTranslation) -> Finder:
    """A finder over a small invented register."""
    from kontor_core.evaluation.runs import finder_over

    return finder_over(labels, translation, REGISTER, None)


REGISTER = {
    "die-caster": "加工、产销：铝合金压铸件，电机外壳，五金制品。(依法须经批准的项目，经相关部门批准后方可开展经营活动)",
    "die-maker": "压铸模具、注塑模具的设计、制造；模具配件销售。",
    "tile-maker": "生产：陶瓷墙地砖、抛光砖；货物进出口。",
    "valve-maker": "阀门、水龙头、管件制造、销售。",
    "trader": "销售：铝型材、钢材、建筑材料、五金交电（不含危险化学品）。",
    "window-maker": "铝合金门窗、幕墙的加工、安装。",
    "agent": "代理销售进口机床；商务咨询服务。",
    "solder": "无铅焊锡丝、锡膏的生产。",
    "german-trader": "Großhandel mit Aluminiumprofilen und Halbzeugen, keine eigene Fertigung.",
    "german-machine": "Entwicklung und Herstellung von Druckgießmaschinen für Aluminium und Magnesium.",
    "seeker": "Wir suchen Lieferanten für Wälzlager und Keramikfliesen.",
}
