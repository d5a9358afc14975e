"""Documents of an editor in, what it shows of them out: the Language Server Protocol, over standard streams."""
