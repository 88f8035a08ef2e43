"""The drawing of a network."""

from itertools import combinations

from catchall_desk.web.network import BOX, MOST, TALL, drawing


def network(numbers):
    nodes = [
        {"id": f"{hops}-{n}", "kind": "party", "title": "x" * 40, "hops": hops, "marking": "U"}
        for hops, many in enumerate(numbers)
        for n in range(many)
    ]
    edges = [
        {"name": "link:ships_for", "source": "0-0", "target": one["id"], "marking": "U"}
        for one in nodes[1:]
    ]
    return drawing({"nodes": nodes, "edges": edges, "cut": False})


def test_no_two_boxes_overlap():
    nodes = network([1, 7, 12]).nodes
    apart = [abs(a.x - b.x) >= BOX or abs(a.y - b.y) >= TALL for a, b in combinations(nodes, 2)]
    assert all(apart)


def test_everything_lies_inside_the_drawing():
    drawn = network([1, 7, 12])
    assert all(n.x >= 0 and n.x + BOX <= drawn.width for n in drawn.nodes)
    assert all(n.y >= 0 and n.y + TALL <= drawn.height for n in drawn.nodes)


def test_what_is_too_much_to_draw_stands_in_the_table():
    drawn = network([1, MOST + 4])
    assert (len(drawn.nodes), drawn.left_out) == (MOST, 5)
    assert len(drawn.ties) == MOST + 4
    assert drawn.ties[-1].line is None


def test_an_edge_is_told_in_words_and_long_titles_are_cut():
    drawn = network([1, 1])
    assert drawn.ties[0].name == "ships for"
    assert drawn.nodes[0].short.endswith("…")
