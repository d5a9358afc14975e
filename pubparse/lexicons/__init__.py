"""The name of a word list in, its words out: plain files, each naming its source in its first lines."""
