"""Pages to be written in another style, and how they are read."""

from functools import cache

import pubparse
from pubparse import Page, Restyled

INITIALS = """\
---
title: Papers
---

# Papers of K. He

\\* equal contribution

1. **K. He**\\*, X. Chen\\*, R. Girshick. [Masked Autoencoders Are Scalable Vision Learners](https://arxiv.org/abs/2111.06377). In CVPR 2022 (Oral). [[code](https://github.com/facebookresearch/mae)]
2. **K. He**, G. Gkioxari, P. Dollár, R. Girshick. Mask R-CNN. In ICCV 2017.

Journals, to which I write seldom:

3. **K. He**, J. Sun, X. Tang. Guided Image Filtering. IEEE TPAMI, 35(6):1397–1409, 2013.
"""  # noqa: E501
FULL = """\
# Papers

* **Kaiming He**, Jian Sun. *Single Image Haze Removal*. CVPR, 2009.
* **Kaiming He**, Jian Sun. *Guided Image Filtering*. ECCV, 2010.
* **Kaiming He**, Jian Sun. *Statistics of Patch Offsets*. ECCV, 2012.
"""


@cache
def read(text: str) -> Page:
    return pubparse.parse(text)


def text_of(done: Restyled) -> str:
    return done.page.source.text
