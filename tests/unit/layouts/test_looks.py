"""What lines look like."""

import pytest
from effort import effort

from pubparse.layouts.looks import Look
from pubparse.markdown.blocks import parse_blocks
from pubparse.text.source import read_source


def look(line: str) -> Look:
    document = parse_blocks(read_source(line)[0])
    return Look(document.blocks[0].runs)


@pytest.mark.parametrize(
    "line",
    [
        "K. He, X. Zhang, S. Ren and J. Sun",
        "He, Kaiming and Zhang, Xiangyu",
        "Knuth, D. E.",
        "Leslie van der Berg, José de la Cruz",
        "何恺明，张祥雨，孙剑",
        "Authors: Jane Doe, Richard Roe",
        "**Jane Doe***, Richard Roe†",
    ],
)
def test_people(line: str) -> None:
    assert look(line).people
    assert look(line).is_people


@pytest.mark.parametrize(
    "line",
    [
        "Identity mappings in deep residual networks",
        "Proceedings of the IEEE Conference on Computer Vision, 2016, pp. 770-778",
        "IEEE Transactions on Pattern Analysis",
        "CVPR 2016",
    ],
)
def test_no_people(line: str) -> None:
    assert not look(line).people


@pytest.mark.parametrize(
    "line",
    [
        "K. He, X. Zhang, S. Ren, J. Sun. Identity Mappings in Deep Residual Networks. ECCV 2016.",
        "Identity Mappings in Deep Residual Networks. Kaiming He, Xiangyu Zhang, Jian Sun. ECCV 2016.",
        "“The Tragedy of the Commons”, Science, 1968, with a comment on all that came of it since",
        "Knuth, D. E. (1974). Structured programming with go to statements.",
        "1、何恺明，张祥雨，任少卿，孙剑. 用于图像识别的深度残差学习方法研究与应用[J]. 计算机学报, 2016, 39(1): 1-10.",
    ],
)
def test_whole_entries(line: str) -> None:
    assert look(line).is_whole


@pytest.mark.parametrize(
    "line",
    [
        "I am a researcher at a university, and my work with A. Vaswani in 2017 is what I am known for.",
        "Jane Doe is a professor of computer science at a university in 2016 who works with J. Sun and others.",
        "See my Google Scholar page.",
        "Equal contributions are marked with an asterisk. Preprints on request.",
        "Here is a selection of recent papers, 2019–2024.",
        "2017.09 - 2022.06, PhD in Applied Mathematics, with J. Sun",
        "Abstract: Deep networks are easier to train when layers learn residual functions, as J. Sun showed in 2016.",
        "我的研究方向是计算机视觉与机器学习，包括图像识别、目标检测、语义分割、三维重建以及它们在自动驾驶与医学影像中的应用，欢迎联系。",
    ],
)
def test_prose(line: str) -> None:
    assert look(line).prose
    assert not look(line).is_whole


@pytest.mark.parametrize("line", ["[pdf](x) [code](y)", "[[paper](x)] [[slides](y)]", "\\[[pdf](x)\\]"])
def test_links(line: str) -> None:
    assert look(line).links


def test_a_linked_title_is_no_label() -> None:
    assert not look("[Identity Mappings in Deep Residual Networks](x)").links


def test_a_picture() -> None:
    assert look("![overview](x.png)").image


@pytest.mark.parametrize("piece", ["A-", "A'", "A. ", " ", "\u00a0", "**A**, ", "with A ", "[", "2017 "])
def test_effort_grows_with_the_line(piece: str) -> None:
    few, many = (effort(all_of, "x" + piece * count) for count in (500, 4_000))
    assert many < 12 * few


def all_of(line: str) -> object:
    seen = look(line)
    return seen.people, seen.is_people, seen.prose, seen.is_whole, seen.links, seen.image, seen.words
