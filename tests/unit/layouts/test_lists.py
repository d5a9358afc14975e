"""Bullets and numbers: one entry each, with what is nested under it, or only a heading over what is."""

from laid_out import found, listing, sections, spans


def test_an_entry_a_bullet_without_what_marks_it() -> None:
    page = "- I. Sutskever, O. Vinyals. Sequence to Sequence Learning. NIPS 2014.\n- J. Devlin. BERT. NAACL 2019.\n"
    assert found(page) == [
        (1, 1, "I. Sutskever, O. Vinyals. Sequence to Sequence Learning. NIPS 2014."),
        (2, 2, "J. Devlin. BERT. NAACL 2019."),
    ]


def test_a_number_written_as_text_is_left_out() -> None:
    bracketed = "- [12] J. Devlin, K. Lee. BERT. NAACL 2019.\n- \\[J3\\] A. Vaswani. Attention. NIPS 2017.\n"
    page = bracketed + "- 8\\. D. Knuth. Goto. 1974.\n"
    assert [text for _, _, text in found(page)] == [
        "J. Devlin, K. Lee. BERT. NAACL 2019.",
        "A. Vaswani. Attention. NIPS 2017.",
        "D. Knuth. Goto. 1974.",
    ]


def test_a_year_or_a_number_in_a_title_is_no_label() -> None:
    page = "- 2008\\. D. Knuth. Goto.\n- 3.5 Million Words\n- (2019) D. Knuth. Goto.\n"
    assert [text for _, _, text in found(page)] == [
        "2008. D. Knuth. Goto.",
        "3.5 Million Words",
        "(2019) D. Knuth. Goto.",
    ]


def test_nested_bullets_are_lines_of_the_entry() -> None:
    first = "- **Focal Loss**\n  - T.-Y. Lin, P. Goyal, K. He\n  - ICCV 2017\n  - [pdf](x.pdf)\n"
    page = first + "- **Mask R-CNN**\n  - K. He, R. Girshick\n"
    assert found(page) == [
        (1, 4, "Focal Loss\nT.-Y. Lin, P. Goyal, K. He\nICCV 2017\npdf"),
        (5, 6, "Mask R-CNN\nK. He, R. Girshick"),
    ]


def test_nested_bullets_that_are_whole_are_entries_under_a_heading() -> None:
    whole = "K. He, X. Zhang, S. Ren, J. Sun. Identity Mappings in Deep Residual Networks. In ECCV 2016."
    page = f"- Papers in refereed conferences on computer vision\n  - {whole}\n  - {whole}\n"
    assert found(page) == [(2, 2, whole), (3, 3, whole)]
    assert sections(page) == [["Papers in refereed conferences on computer vision"]] * 2


def test_a_year_over_a_nested_list_is_a_heading() -> None:
    page = "- 2017\n  - Mask R-CNN, ICCV\n  - Focal Loss, ICCV\n- 2016\n  - Identity Mappings, ECCV\n"
    assert spans(page) == [(2, 2), (3, 3), (5, 5)]
    assert sections(page) == [["2017"], ["2017"], ["2016"]]


def test_entries_of_a_list_that_is_never_closed() -> None:
    whole = "K. He, X. Zhang, S. Ren, J. Sun. Identity Mappings in Deep Residual Networks. In ECCV 2016."
    page = f"<ul><li>{whole}</li>\n<ul><li>{whole}</li>\n<ul><li>{whole}</li>\n"
    assert [text for _, _, text in found(page)] == [whole] * 3


def test_a_list_around_the_rest_of_a_page_keeps_its_headings() -> None:
    whole = "K. He, X. Zhang, S. Ren, J. Sun. Identity Mappings in Deep Residual Networks. In ECCV 2016."
    page = f"<ul><li>{whole}</li>\n<ul>\n\n## Talks\n\n- {whole}\n"
    assert [section[-1:] for section in sections(page)] == [[], ["Talks"]]


def test_a_list_of_markdown_in_an_item_of_html() -> None:
    page = (
        "<ul>\n<li>\n\n* D. Knuth. Structured Programming. 1974.\n* L. Lamport. Time, Clocks. 1978.\n\n</li>\n</ul>\n"
    )
    assert spans(page) == [(4, 4), (5, 5)]


def test_a_term_and_what_is_said_of_it_are_one_entry() -> None:
    page = "<dl>\n<dt>[1]</dt>\n<dd>J. Devlin. BERT. 2019.</dd>\n<dt>[2]</dt>\n<dd>D. Knuth. Goto. 1974.</dd>\n</dl>\n"
    assert found(page) == [(2, 3, "J. Devlin. BERT. 2019."), (4, 5, "D. Knuth. Goto. 1974.")]


def test_an_abstract_in_an_item_is_not_read() -> None:
    abstract = "Abstract: We show that deep networks are easier to optimise when their layers learn residual functions."
    page = f"1. Identity Mappings. K. He, J. Sun. 2016.\n\n   {abstract}\n2. Focal Loss. 2017.\n"
    assert found(page) == [(1, 3, "Identity Mappings. K. He, J. Sun. 2016."), (4, 4, "Focal Loss. 2017.")]


def test_a_fold_in_an_item_is_hidden() -> None:
    fold = "  <details><summary>BibTeX</summary>\n\n  @inproceedings{he2016}\n\n  </details>\n"
    page = "- Identity Mappings. 2016.\n" + fold
    assert [text for _, _, text in found(page)] == ["Identity Mappings. 2016."]


def test_ten_thousand_bullets_inside_each_other() -> None:
    page = "".join(f"{' ' * 2 * depth}- D. Knuth {depth}\n" for depth in range(10_000))
    assert listing(page).entries
