"""Word lists as data: plain files, each naming its source in its first lines; `load.py` reads them."""
