"""Where the boxes and lines of the flow stand; the graph library lays them out."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from navigator.questionnaire.conditions import AllOf
from navigator.questionnaire.values import Question

if TYPE_CHECKING:
    import networkx as nx

WIDTH, BOX, INDENT, LINE, GAP = 372, 290, 60, 18, 26
LETTERS = 32
"""Letters that fit on a line of a box."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box with the lines of its text."""

    x: float
    y: float
    width: int
    height: int
    lines: Sequence[str]
    sometimes: bool
    """The question is asked only after some answers."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of boxes and lines."""

    width: int
    height: int
    nodes: Sequence[Node]
    edges: Sequence[str]
    """The `d` of each path."""


def flow_of(questions: Sequence[Question]) -> "nx.DiGraph[str]":
    """Return which question can come next after which: past any that may be left out."""
    import networkx as nx  # noqa: PLC0415 - twenty megabytes that this page alone needs

    graph: nx.DiGraph[str] = nx.DiGraph()
    for place, question in enumerate(questions):
        graph.add_node(question.id, layer=place, sometimes=question.ask_if != AllOf(()))
        for later in questions[place + 1 :]:
            graph.add_edge(question.id, later.id)
            if later.ask_if == AllOf(()):
                break
    return graph


def drawing_of(titled: Sequence[tuple[Question, str]]) -> Drawing:
    """Lay the questions out from top to bottom; those asked sometimes stand to the side."""
    import networkx as nx  # noqa: PLC0415 - as above

    graph = flow_of([question for question, _ in titled])
    layout = nx.multipartite_layout(graph, subset_key="layer", align="horizontal")
    lines = {question.id: textwrap.wrap(title, LETTERS) for question, title in titled}
    nodes: dict[str, Node] = {}
    y = 10.0
    for name in sorted(graph, key=lambda name: float(layout[name][1])):
        height = 16 + LINE * len(lines[name])
        sometimes = bool(graph.nodes[name]["sometimes"])
        nodes[name] = Node(10 + INDENT * sometimes, y, BOX, height, lines[name], sometimes)
        y += height + GAP
    edges = [_line(nodes[first], nodes[second]) for first, second in graph.edges]
    return Drawing(WIDTH, int(y), list(nodes.values()), edges)


def _line(first: Node, second: Node) -> str:
    """Return a line from the lower edge of a box to the upper edge of another."""
    start = (first.x + 40, first.y + first.height)
    end = (second.x + 40, second.y)
    middle = (start[1] + end[1]) / 2
    return f"M{start[0]} {start[1]}C{start[0]} {middle} {end[0]} {middle} {end[0]} {end[1]}"
